import { Article } from './articles/article.entity.js'
import { ArticleVersion } from './articles/article-version.entity.js'
import { ArticlesModule } from './articles/articles.module.js'
import { Likeness } from './articles/duplicates/likeness.entity.js'
import { Feed } from './articles/feeds/feed.entity.js'
import { feedErrand } from './articles/feeds/feed-errand.js'
import { Find } from './articles/feeds/find.entity.js'
import { Fetch } from './articles/fetches/fetch.entity.js'
import { fetchErrand } from './articles/fetches/fetch-errand.js'
import { PastBatch } from './articles/past-issues/past-batch.entity.js'
import { pastErrand } from './articles/past-issues/past-errand.js'
import { PastIssue } from './articles/past-issues/past-issue.entity.js'
import { ArticleIndex } from './articles/search/article-index.entity.js'
import { SiteRuleRow } from './articles/site-rules/site-rule.entity.js'
import { Edition } from './editions/edition.entity.js'
import { EditionArticle } from './editions/edition-article.entity.js'
import { EditionFileRow } from './editions/edition-file.entity.js'
import { EditionPage } from './editions/edition-page.entity.js'
import { EditionsModule } from './editions/editions.module.js'
import { ConfirmedErrorRow } from './editions/error-ledger/confirmed-error.entity.js'
import { ShareLink } from './editions/readers/share-link.entity.js'
import { Render } from './editions/render.entity.js'
import { renderJob } from './editions/render-desk.js'
import { Issue } from './issues/issue.entity.js'
import { IssueArticle } from './issues/issue-article.entity.js'
import { IssueColumnRow } from './issues/issue-column.entity.js'
import { IssueHand } from './issues/issue-hand.entity.js'
import { IssuesModule } from './issues/issues.module.js'
import { AnsweredRequest } from './people/answered-request.entity.js'
import { Newcomer } from './people/elsewhere/newcomer.entity.js'
import { PersonIdentity } from './people/elsewhere/person-identity.entity.js'
import { SignInErrand } from './people/elsewhere/sign-in-errand.entity.js'
import { KnownDevice } from './people/known-device.entity.js'
import { Membership } from './people/membership.entity.js'
import { PeopleModule } from './people/people.module.js'
import { Person } from './people/person.entity.js'
import { Session } from './people/session.entity.js'
import { SignInTry } from './people/sign-in-try.entity.js'
import { ApiToken } from './people/tokens/api-token.entity.js'
import type { HouseFeatures } from './platform/house-features.js'
import { FindingSettlement } from './proofs/finding-settlement.entity.js'
import { FixBatchRow } from './proofs/fixes/fix-batch.entity.js'
import { FindingIgnore } from './proofs/ignores/finding-ignore.entity.js'
import { OutsideCheck } from './proofs/outside/outside-check.entity.js'
import { outsideCheckErrand } from './proofs/outside/outside-check-errand.js'
import { ProofsModule } from './proofs/proofs.module.js'
import { RosterRow } from './proofs/roster/roster-entry.entity.js'
import { SourceSignOff } from './proofs/source-sign-off.entity.js'
import { Publication } from './publications/publication.entity.js'
import { PublicationsModule } from './publications/publications.module.js'
import { Comment } from './reviews/comments/comment.entity.js'
import { CommentReply } from './reviews/comments/comment-reply.entity.js'
import { IssueLook } from './reviews/issue-look.entity.js'
import { ReviewDeadline } from './reviews/review-deadline.entity.js'
import { ReviewDecision } from './reviews/review-decision.entity.js'
import { ReviewDelegation } from './reviews/review-delegation.entity.js'
import { ReviewExceptionRow } from './reviews/review-exception.entity.js'
import { ReviewRound } from './reviews/review-round.entity.js'
import { ReviewTick } from './reviews/review-tick.entity.js'
import { ReviewsModule } from './reviews/reviews.module.js'
import { Attachment } from './sources/attachments/attachment.entity.js'
import { attachmentErrand } from './sources/attachments/attachment-errand.js'
import { StoredPicture } from './sources/picture.entity.js'
import { Snapshot } from './sources/snapshot.entity.js'
import { SourcesModule } from './sources/sources.module.js'

/** The features of the house in their order, with what each brings along. */
export const features: HouseFeatures = {
  modules: [PeopleModule, PublicationsModule, SourcesModule, ArticlesModule, ProofsModule, IssuesModule, ReviewsModule, EditionsModule],
  entities: [
    Person,
    Session,
    KnownDevice,
    SignInTry,
    PersonIdentity,
    SignInErrand,
    Newcomer,
    ApiToken,
    AnsweredRequest,
    Membership,
    Publication,
    Snapshot,
    StoredPicture,
    Attachment,
    Article,
    ArticleVersion,
    ArticleIndex,
    Likeness,
    Fetch,
    Feed,
    Find,
    SiteRuleRow,
    PastBatch,
    PastIssue,
    SourceSignOff,
    FindingSettlement,
    FindingIgnore,
    OutsideCheck,
    FixBatchRow,
    RosterRow,
    Issue,
    IssueColumnRow,
    IssueArticle,
    IssueHand,
    ReviewRound,
    ReviewDecision,
    ReviewExceptionRow,
    ReviewDelegation,
    ReviewDeadline,
    ReviewTick,
    IssueLook,
    Comment,
    CommentReply,
    Edition,
    EditionFileRow,
    ConfirmedErrorRow,
    ShareLink,
    EditionArticle,
    EditionPage,
    Render,
  ],
  jobs: [
    { ...renderJob, attempts: 6, backoffMs: 1000 },
    { queue: fetchErrand.queue, name: fetchErrand.name, attempts: 6, backoffMs: 1000 },
    { queue: attachmentErrand.queue, name: attachmentErrand.name, attempts: 6, backoffMs: 1000 },
    { queue: feedErrand.queue, name: feedErrand.name, attempts: 6, backoffMs: 1000 },
    { queue: pastErrand.queue, name: pastErrand.name, attempts: 6, backoffMs: 1000 },
    { queue: outsideCheckErrand.queue, name: outsideCheckErrand.name, attempts: 6, backoffMs: 1000 },
  ],
  largeBodies: [/^\/api\/v1\/articles\/[^/]+(\/tidy)?$/, /^\/api\/v1\/publications\/[^/]+\/(articles|sources\/text)$/],
}
