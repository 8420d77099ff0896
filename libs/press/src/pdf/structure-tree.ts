import type { PdfData, PdfObjects, PdfRef } from './pdfkit-document.js'

/** The standard structure types a bulletin needs. Source: ISO 32000-1 §14.8.4. */
export type StructTag =
  | 'Document'
  | 'Sect'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Link'
  | 'Note'
  | 'P'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'

/** An element of the logical structure, and where its content lies. */
export interface StructNode {
  readonly tag: StructTag
  readonly parent: StructNode | null
  readonly kids: StructKid[]
  readonly extra: PdfData
  ref: PdfRef | null
  /** False until the node stands among its parent's kids: inline nodes take their place with their first content. */
  placed: boolean
}

type StructKid =
  | { readonly kind: 'node'; readonly node: StructNode }
  | { readonly kind: 'content'; readonly page: PdfRef; readonly id: number }
  | { readonly kind: 'annotation'; readonly page: PdfRef; readonly annotation: PdfRef }

/** The logical structure of a document: built from the flow, filled from the pages, written at the end. */
export class StructTree {
  readonly root: StructNode = { tag: 'Document', parent: null, kids: [], extra: {}, ref: null, placed: true }
  /** By StructParents key: a page's elements by content id, or the element of an annotation. */
  private readonly parents: (StructNode[] | StructNode)[] = []

  /** An element that follows what its parent already holds. */
  append(tag: StructTag, parent: StructNode, extra: PdfData = {}): StructNode {
    const node = this.inline(tag, parent, extra)
    this.place(node)
    return node
  }

  /** An element inside a line of text: it takes its place when its first character is drawn. */
  inline(tag: StructTag, parent: StructNode, extra: PdfData = {}): StructNode {
    return { tag, parent, kids: [], extra, ref: null, placed: false }
  }

  /** The StructParents key of a new page. */
  openPage(): number {
    return this.parents.push([]) - 1
  }

  /** Notes that the next marked content of a page belongs to a node; the answer is its content id. */
  content(node: StructNode, page: PdfRef, pageKey: number): number {
    this.place(node)
    const owners = this.parents[pageKey]
    if (!Array.isArray(owners)) throw new Error('content on a page that was not opened')
    const id = owners.push(node) - 1
    node.kids.push({ kind: 'content', page, id })
    return id
  }

  /** Notes that an annotation belongs to a node; the answer is its StructParent key. */
  annotation(node: StructNode, page: PdfRef, annotation: PdfRef): number {
    this.place(node)
    node.kids.push({ kind: 'annotation', page, annotation })
    return this.parents.push(node) - 1
  }

  /** Writes every element that has content under the document's structure root. */
  write(objects: PdfObjects): void {
    prune(this.root)
    const treeRoot = objects.catalog.StructTreeRoot as PdfRef
    this.reserve(this.root, objects)
    this.emit(this.root, treeRoot)
    treeRoot.data.K = [this.root.ref]
    treeRoot.data.ParentTreeNextKey = this.parents.length
    treeRoot.data.ParentTree = { Nums: this.parents.flatMap((owner, key) => [key, refsOf(owner)]) }
  }

  private place(node: StructNode): void {
    if (node.placed) return
    node.placed = true
    if (node.parent === null) return
    this.place(node.parent)
    node.parent.kids.push({ kind: 'node', node })
  }

  private reserve(node: StructNode, objects: PdfObjects): void {
    node.ref = objects.ref()
    for (const kid of node.kids) if (kid.kind === 'node') this.reserve(kid.node, objects)
  }

  private emit(node: StructNode, parent: PdfRef): void {
    const ref = node.ref
    if (ref === null) return
    const page = firstPage(node.kids)
    const data: PdfData = { S: node.tag, P: parent }
    if (page !== undefined) data.Pg = page
    Object.assign(data, node.extra)
    data.K = node.kids.map((kid) => kidData(kid, page))
    ref.data = data
    ref.end()
    for (const kid of node.kids) if (kid.kind === 'node') this.emit(kid.node, ref)
  }
}

function firstPage(kids: readonly StructKid[]): PdfRef | undefined {
  for (const kid of kids) if (kid.kind === 'content') return kid.page
  return undefined
}

function refsOf(owner: StructNode[] | StructNode): unknown {
  return Array.isArray(owner) ? owner.map((node) => node.ref) : owner.ref
}

function kidData(kid: StructKid, page: PdfRef | undefined): unknown {
  if (kid.kind === 'node') return kid.node.ref
  if (kid.kind === 'annotation') return { Type: 'OBJR', Obj: kid.annotation, Pg: kid.page }
  return kid.page === page ? kid.id : { Type: 'MCR', Pg: kid.page, MCID: kid.id }
}

/** Takes away elements without content; answers whether anything is left. */
function prune({ kids }: StructNode): boolean {
  let left = 0
  for (const kid of kids) {
    if (kid.kind !== 'node' || prune(kid.node)) {
      kids[left] = kid
      left += 1
    }
  }
  kids.length = left
  return left > 0
}
