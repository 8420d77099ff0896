import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Person } from '../../people/person.entity.js'
import { Comment } from './comment.entity.js'

@Entity('comment_replies')
@Index('comment_replies_of_comment', ['comment', 'at'])
export class CommentReply {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'comment_replies_id' })
  id!: string

  @ForeignKey(() => Comment, { name: 'comment_replies_comment', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  comment!: string

  @ForeignKey(() => Person, { name: 'comment_replies_person' })
  @Column({ type: 'uuid' })
  person!: string

  @Column({ type: 'text' })
  text!: string

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date
}
