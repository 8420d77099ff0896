import { archiveTexts } from './zh/archive.js'
import { articleTexts } from './zh/article.js'
import { commentTexts } from './zh/comment.js'
import { deskTexts } from './zh/desk.js'
import { editionTexts } from './zh/edition.js'
import { elsewhereTexts } from './zh/elsewhere.js'
import { errorTexts } from './zh/errors.js'
import { feedTexts } from './zh/feed.js'
import { fixTexts } from './zh/fixes.js'
import { houseTexts } from './zh/house.js'
import { ignoreTexts } from './zh/ignores.js'
import { inboxTexts } from './zh/inbox.js'
import { issueTexts } from './zh/issue.js'
import { mailTexts } from './zh/mail.js'
import { originTexts } from './zh/origin.js'
import { pastTexts } from './zh/past.js'
import { previewTexts } from './zh/preview.js'
import { reviewTexts } from './zh/review.js'
import { rosterTexts } from './zh/roster.js'
import { settingsTexts } from './zh/settings.js'
import { shareTexts } from './zh/share.js'
import { siteRuleTexts } from './zh/site-rules.js'
import { statisticsTexts } from './zh/statistics.js'
import { tokenTexts } from './zh/tokens.js'
import { wordTexts } from './zh/words.js'

/** All the desk says, in Chinese. The English book must have the same entries. */
export const zh = {
  ...wordTexts,
  archive: archiveTexts,
  comment: commentTexts,
  desk: deskTexts,
  elsewhere: elsewhereTexts,
  errors: errorTexts,
  feed: feedTexts,
  fixes: fixTexts,
  house: houseTexts,
  ignores: ignoreTexts,
  inbox: inboxTexts,
  article: articleTexts,
  issue: issueTexts,
  mail: mailTexts,
  origin: originTexts,
  past: pastTexts,
  preview: previewTexts,
  review: reviewTexts,
  edition: editionTexts,
  roster: rosterTexts,
  settings: settingsTexts,
  share: shareTexts,
  siteRule: siteRuleTexts,
  statistics: statisticsTexts,
  tokens: tokenTexts,
}

export type Texts = typeof zh
