import type { Rule } from './rule.js'
import { aboutTwice } from './rules/about-twice.js'
import { adverbDe } from './rules/adverb-de.js'
import { captionWithoutFigure } from './rules/caption-without-figure.js'
import { complementDe } from './rules/complement-de.js'
import { countedItems } from './rules/counted-items.js'
import { credentials } from './rules/credentials.js'
import { dash } from './rules/dash.js'
import { dateOrder } from './rules/date-order.js'
import { datelineYear } from './rules/dateline-year.js'
import { documentNumber } from './rules/document-number.js'
import { dotAsStop } from './rules/dot-as-stop.js'
import { doubledCharacters } from './rules/doubled-characters.js'
import { doubledMarks } from './rules/doubled-marks.js'
import { doubledWords } from './rules/doubled-words.js'
import { ellipsis } from './rules/ellipsis.js'
import { englishWords } from './rules/english-words.js'
import { fixedWording } from './rules/fixed-wording.js'
import { fullWidthFigures } from './rules/full-width-figures.js'
import { fullWidthPercent } from './rules/full-width-percent.js'
import { gluedHeading } from './rules/glued-heading.js'
import { halfWidth } from './rules/half-width.js'
import { headingSequence } from './rules/heading-sequence.js'
import { headingStop } from './rules/heading-stop.js'
import { inlineOrdinals } from './rules/inline-ordinals.js'
import { invalidDate } from './rules/invalid-date.js'
import { levelMarks } from './rules/level-marks.js'
import { missingDate } from './rules/missing-date.js'
import { missingSource } from './rules/missing-source.js'
import { missingStop } from './rules/missing-stop.js'
import { mixedNumerals } from './rules/mixed-numerals.js'
import { mobileNumbers } from './rules/mobile-numbers.js'
import { mojibake } from './rules/mojibake.js'
import { nestedQuotes } from './rules/nested-quotes.js'
import { oddCharacters } from './rules/odd-characters.js'
import { oldItem } from './rules/old-item.js'
import { percentRange } from './rules/percent-range.js'
import { privateCharacters } from './rules/private-characters.js'
import { quotedTitle } from './rules/quoted-title.js'
import { rangeSign } from './rules/range-sign.js'
import { relativeDate } from './rules/relative-date.js'
import { repeatedItem } from './rules/repeated-item.js'
import { repeatedParagraph } from './rules/repeated-paragraph.js'
import { repeatedSentence } from './rules/repeated-sentence.js'
import { rosterBodies } from './rules/roster-bodies.js'
import { rosterDocuments } from './rules/roster-documents.js'
import { rosterMeetings } from './rules/roster-meetings.js'
import { rosterPeople } from './rules/roster-people.js'
import { rosterPhrases } from './rules/roster-phrases.js'
import { rosterSources } from './rules/roster-sources.js'
import { secretMarks } from './rules/secret-marks.js'
import { signatureDate } from './rules/signature-date.js'
import { signatureOrgans } from './rules/signature-organs.js'
import { sloganQuotes } from './rules/slogan-quotes.js'
import { sourceBrackets } from './rules/source-brackets.js'
import { spaceByFigure } from './rules/space-by-figure.js'
import { spaceByMark } from './rules/space-by-mark.js'
import { straightQuotes } from './rules/straight-quotes.js'
import { straySpace } from './rules/stray-space.js'
import { tableSum } from './rules/table-sum.js'
import { traditionalCharacters } from './rules/traditional-characters.js'
import { twoSpellings } from './rules/two-spellings.js'
import { typos } from './rules/typos.js'
import { units } from './rules/units.js'
import { unpairedMarks } from './rules/unpaired-marks.js'
import { wanRange } from './rules/wan-range.js'
import { webDebris } from './rules/web-debris.js'
import { weekday } from './rules/weekday.js'
import { wireBoilerplate } from './rules/wire-boilerplate.js'

/** Every rule there is, in no order that matters: findings come out by place. */
export const RULES: readonly Rule[] = [
  aboutTwice,
  adverbDe,
  captionWithoutFigure,
  complementDe,
  countedItems,
  credentials,
  dash,
  dateOrder,
  datelineYear,
  documentNumber,
  dotAsStop,
  doubledCharacters,
  doubledMarks,
  doubledWords,
  ellipsis,
  englishWords,
  fixedWording,
  fullWidthFigures,
  fullWidthPercent,
  gluedHeading,
  halfWidth,
  headingSequence,
  headingStop,
  inlineOrdinals,
  invalidDate,
  levelMarks,
  missingDate,
  missingSource,
  missingStop,
  mixedNumerals,
  mobileNumbers,
  mojibake,
  nestedQuotes,
  oddCharacters,
  oldItem,
  percentRange,
  privateCharacters,
  quotedTitle,
  rangeSign,
  relativeDate,
  repeatedItem,
  repeatedParagraph,
  repeatedSentence,
  rosterBodies,
  rosterDocuments,
  rosterMeetings,
  rosterPeople,
  rosterPhrases,
  rosterSources,
  secretMarks,
  signatureDate,
  signatureOrgans,
  sloganQuotes,
  sourceBrackets,
  spaceByFigure,
  spaceByMark,
  straightQuotes,
  straySpace,
  tableSum,
  traditionalCharacters,
  twoSpellings,
  typos,
  units,
  unpairedMarks,
  wanRange,
  webDebris,
  weekday,
  wireBoilerplate,
]
