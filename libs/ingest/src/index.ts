export type {
  BulletinFacts,
  BulletinImport,
  Damage,
  Doubt,
  ImportedArticle,
  ImportedColumn,
  LineAccount,
} from './bulletin/bulletin-import.js'
export type { ConcordanceEntry, Use } from './bulletin/concordance.js'
export { importBulletin } from './bulletin/import-bulletin.js'
export { readBulletin } from './bulletin/read-bulletin.js'
export { type Repair, type Repaired, repairText } from './bulletin/repair.js'
export type { Substitution } from './bulletin/substitution.js'
export { decodeText } from './decode-text.js'
export { ALIKE, bandKeys, estimateSimilarity, minHash, SAME } from './duplicates/min-hash.js'
export { normaliseUrl } from './duplicates/normalise-url.js'
export { normaliseTitle, type ParagraphHash, paragraphHashes } from './duplicates/paragraph-hashes.js'
export { readFeed } from './feeds/read-feed.js'
export { type ListRead, readListPage } from './feeds/read-list-page.js'
export { type Suggestion, suggestColumn } from './feeds/route-item.js'
export { isSilent } from './feeds/silence.js'
export type { Watched, WatchedItem } from './feeds/watched-item.js'
export type { ArticleDescription, ColumnDescription, IssueDescription } from './issue-yaml/issue-description.js'
export { readIssueYaml, withDescription } from './issue-yaml/read-issue-yaml.js'
export { readMailFile } from './mail/read-mail-file.js'
export { readMarkdown } from './markdown/read-markdown.js'
export { type ImageSize, imageSize } from './pictures/image-size.js'
export type { Attachments } from './pictures/picture-box.js'
export { type ReadingHabits, readManuscript } from './read-manuscript.js'
export { type RosterFlaw, type RosterRead, readRosterCsv } from './roster/read-roster-csv.js'
export { readRoster, writeRosterSheet } from './roster/roster-sheet.js'
export { SAMPLE_ROSTER } from './roster/sample-roster.js'
export { writeRosterCsv } from './roster/write-roster-csv.js'
export { type Excerpt, excerpt, highlight, matchesQuery, type Span } from './search/highlight.js'
export { type SearchQuery, searchQuery } from './search/search-query.js'
export { searchTokens, titleVector } from './search/search-tokens.js'
export type { SourceBytes, SourceFormat } from './sniff.js'
export type { Change } from './tidy/change.js'
export { type Tidied, type TidyHabits, type TidyStep, tidy, untidy } from './tidy/tidy.js'
