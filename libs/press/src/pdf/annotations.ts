import type { BlockId, Pt } from '#lib/typeset'
import type { PieceLink } from './block-plan.js'
import type { PdfObjects, PdfPage } from './pdfkit-document.js'
import type { StructNode, StructTree } from './structure-tree.js'

export interface LinkArea {
  readonly page: PdfPage
  readonly height: Pt
  /** From the top left. */
  readonly box: { readonly x1: Pt; readonly x2: Pt; readonly top: Pt; readonly bottom: Pt }
  readonly link: PieceLink
  readonly node: StructNode
  /** What a screen reader says of the link. */
  readonly contents: string
}

/** Link annotations: from the contents to a named destination, from an address to the web. */
export class PdfAnnotations {
  constructor(
    private readonly objects: PdfObjects,
    private readonly tree: StructTree,
    private readonly destinations: ReadonlyMap<BlockId, string>,
  ) {}

  link({ page, height, box, link, node, contents }: LinkArea): void {
    const action = this.action(link)
    if (action === null) return
    const annotation = this.objects.ref({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [box.x1, height - box.bottom, box.x2, height - box.top],
      Border: [0, 0, 0],
      // Bit 3: the link is kept when printed, which PDF/A asks of every annotation.
      F: 4,
      A: action,
      Contents: this.objects.text(contents),
    })
    annotation.data.StructParent = this.tree.annotation(node, page.dictionary, annotation)
    annotation.end()
    page.annotations.push(annotation)
  }

  private action(link: PieceLink): object | null {
    if ('url' in link) return { S: 'URI', URI: this.objects.text(asciiAddress(link.url)) }
    const name = this.destinations.get(link.block)
    return name === undefined ? null : { S: 'GoTo', D: this.objects.text(name) }
  }
}

/** Addresses in a PDF are seven-bit: other characters are written as their UTF-8 bytes in per cent. */
function asciiAddress(url: string): string {
  return url.replace(/[^\x21-\x7e]/gu, (character) => encodeURIComponent(character))
}
