import { type CheerioAPI, load } from 'cheerio'
import { Parser } from 'htmlparser2'
import { invalid } from '#lib/editorial'

export type Page = CheerioAPI
/** A node of a page: text, element, comment. */
export type Node = Parameters<CheerioAPI['contains']>[1]
export type Element = Extract<Node, { attribs: Record<string, string> }>

export const isElement = (node: Node): node is Element => 'attribs' in node
export const isText = (node: Node): node is Extract<Node, { data: string }> => node.type === 'text'

/** House: no page seen nests deeper than 60; 20,000 nested elements stop a parser for seconds (collect-and-proof §1.4). */
const DEEPEST = 256
/** House: 5 MB of HTML is a page with its pictures inline; more is no article. In characters. */
const LONGEST = 5 * 1024 * 1024

/** Parses a page as browsers do, after a look at its size and depth. Refuses `ingest/too-large`, `ingest/too-deep`. */
export function openPage(html: string, name: string): Page {
  if (html.length > LONGEST) throw invalid('ingest/too-large', { name })
  refuseDeep(html, name)
  return load(html)
}

/** Stops at the first element that lies too deep: what comes behind it costs nothing. */
function refuseDeep(html: string, name: string): void {
  let depth = 0
  const parser = new Parser(
    {
      onopentag: () => {
        depth += 1
        if (depth > DEEPEST) throw invalid('ingest/too-deep', { name })
      },
      onclosetag: () => {
        depth -= 1
      },
    },
    { decodeEntities: false },
  )
  parser.end(html)
}
