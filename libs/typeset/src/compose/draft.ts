import type { FigureBlock, Landmark, LayoutWarning, RuleBlock, Section, TableBlock, TableCell, TextBlock } from '../layout.js'
import type { Slots } from './fill-pattern.js'

/** A table before its columns are measured. */
export interface DraftTable extends Omit<TableBlock, 'columns' | 'rows'> {
  readonly rows: readonly (readonly TableCell[])[]
}

/** A block as composed: text, figure and rule are final, a table waits for its measures. */
export type DraftBlock = TextBlock | DraftTable | FigureBlock | RuleBlock

/** A place the contents, the outline and the bookmarks know by name, before it has a page. */
export type Waymark = Pick<Landmark, 'block' | 'kind' | 'level' | 'title' | 'article'>

/** An issue made into blocks, section by section, not yet set. */
export interface Composition {
  readonly sections: readonly Section[]
  readonly slots: Slots
  readonly cover: readonly DraftBlock[]
  /** 报头, over the first page of the body. */
  readonly head: readonly DraftBlock[]
  readonly body: readonly DraftBlock[]
  readonly colophon: readonly DraftBlock[]
  readonly waymarks: readonly Waymark[]
  readonly warnings: readonly LayoutWarning[]
  /** The block each article begins with. */
  readonly firstBlocks: readonly string[]
}
