import { Module } from '@nestjs/common'
import { ArticlesModule } from '../articles/articles.module.js'
import { ProofsModule } from '../proofs/proofs.module.js'
import { PublicationsModule } from '../publications/publications.module.js'
import { FaceShelf } from './face-shelf.js'
import { IssueAnswers } from './issue-answers.js'
import { IssueEditor } from './issue-editor.js'
import { IssueFindingsController } from './issue-findings.controller.js'
import { IssueMover } from './issue-mover.js'
import { IssueProof } from './issue-proof.js'
import { IssuesController } from './issues.controller.js'
import { IssuesService } from './issues.service.js'
import { MoveBook } from './move-book.js'
import { PressOrders } from './press-orders.js'

@Module({
  imports: [PublicationsModule, ArticlesModule, ProofsModule],
  controllers: [IssuesController, IssueFindingsController],
  providers: [IssuesService, IssueEditor, IssueAnswers, IssueMover, MoveBook, PressOrders, FaceShelf, IssueProof],
  exports: [IssueEditor, IssueMover, MoveBook, PressOrders, FaceShelf],
})
export class IssuesModule {}
