import { archiveTexts } from './en/archive.js'
import { articleTexts } from './en/article.js'
import { commentTexts } from './en/comment.js'
import { deskTexts } from './en/desk.js'
import { editionTexts } from './en/edition.js'
import { elsewhereTexts } from './en/elsewhere.js'
import { errorTexts } from './en/errors.js'
import { feedTexts } from './en/feed.js'
import { fixTexts } from './en/fixes.js'
import { houseTexts } from './en/house.js'
import { ignoreTexts } from './en/ignores.js'
import { inboxTexts } from './en/inbox.js'
import { issueTexts } from './en/issue.js'
import { mailTexts } from './en/mail.js'
import { originTexts } from './en/origin.js'
import { pastTexts } from './en/past.js'
import { previewTexts } from './en/preview.js'
import { reviewTexts } from './en/review.js'
import { rosterTexts } from './en/roster.js'
import { settingsTexts } from './en/settings.js'
import { shareTexts } from './en/share.js'
import { siteRuleTexts } from './en/site-rules.js'
import { statisticsTexts } from './en/statistics.js'
import { tokenTexts } from './en/tokens.js'
import { wordTexts } from './en/words.js'
import type { Texts } from './zh.js'

/** The English book; fetched only by those who choose it. */
export const en: Texts = {
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
