import { type Block, blockText } from '#lib/editorial'
import { readDateText } from '../forms/date-text.js'
import { recogniseBlocks } from '../forms/recognise-blocks.js'
import { readSourceLine, type SourceLine } from '../forms/source-forms.js'
import { textPiece } from '../piece.js'
import type { Profile } from '../text/profile.js'
import { type Restored, restoreParagraphs } from '../text/restore-paragraphs.js'
import type { TextLine } from '../text/text-lines.js'
import type { Change } from '../tidy/change.js'
import { removeSpaces } from '../tidy/tidy.js'

export interface ArticleBody {
  readonly blocks: readonly Block[]
  readonly changes: readonly Change[]
  /** 成文日期 from the first signature. */
  readonly signedOn: string | null
  /** The source that closes the body, and the line it stands on. */
  readonly closing: (SourceLine & { readonly line: number }) | null
}

/** Body lines → blocks. A closing source that says only name and date becomes a field; one that says more stays as a block too. */
export function readBody(lines: readonly TextLine[], profile: Profile, sourceKnown: boolean): ArticleBody {
  const closing = sourceKnown ? null : closingSource(lines)
  const kept = closing?.complete ? lines.filter((line) => line.number !== closing.line) : lines
  const paragraphs = restoreParagraphs(kept, profile)
  const pieces =
    profile.kind === 'flow' ? kept.flatMap((line) => line.piece ?? []) : paragraphs.map((paragraph) => textPiece(paragraph.text))
  const recognised = recogniseBlocks(pieces)
  const { blocks, changes } = removeSpaces(recognised)
  const signature = blocks.find((block) => block.kind === 'signature')
  return {
    blocks,
    changes: [...joinChanges(paragraphs, recognised), ...changes],
    signedOn: signature?.date == null ? null : readDateText(signature.date),
    closing,
  }
}

/** House: an author's note or an editor's line may stand under the source, nothing more. */
const LAST_LINES = 3

function closingSource(lines: readonly TextLine[]): (SourceLine & { line: number }) | null {
  for (const line of lines.slice(-LAST_LINES).reverse()) {
    const found = readSourceLine(line.text)
    if (found !== null) return { ...found, line: line.number }
  }
  return null
}

function joinChanges(paragraphs: readonly Restored[], blocks: readonly Block[]): Change[] {
  const changes: Change[] = []
  let from = 0
  for (const paragraph of paragraphs) {
    const at = blocks.findIndex((block, index) => index >= from && blockText(block).includes(paragraph.text.slice(-16)))
    if (at >= 0) from = at
    if (paragraph.joined === 'none') continue
    const code = paragraph.joined === 'page' ? 'ingest/joined-page-break' : 'ingest/joined-lines'
    changes.push({ code, block: at < 0 ? null : at, before: `第 ${paragraph.lines.join('、')} 行`, after: paragraph.text })
  }
  return changes
}
