import { can } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { useActor } from '../../lib/session.js'
import { CommentPanel } from '../../ui/comments/comment-panel.js'
import type { Comments } from '../../ui/comments/use-comments.js'
import { showPassage, useEditorPassage } from './editor/editor-passage.js'
import type { ArticleDraft } from './use-article-draft.js'

interface CommentsTabProps {
  readonly draft: ArticleDraft
  readonly comments: Comments
}

/** 批注: what reviewers say, taken into the text or refused; remarks of one's own on chosen words. */
export function CommentsTab({ draft, comments }: CommentsTabProps) {
  const { comment } = useTexts()
  const { base, editor, touched } = draft
  const mayComment = can(useActor(), 'comment on issues', base.publication)
  const passage = useEditorPassage(editor)
  return (
    <>
      {touched && <p className="small quiet">{comment.saveFirst}</p>}
      <CommentPanel
        comments={comments}
        version={base.version}
        passage={touched ? null : passage}
        onLetGo={() => editor?.commands.setTextSelection(editor.state.selection.to)}
        onShow={({ passage: place }) => place !== null && editor !== null && showPassage(editor, place)}
        mayComment={mayComment}
        mayAccept={!touched}
      />
    </>
  )
}
