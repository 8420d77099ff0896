import type { OfferedFile } from '#lib/editorial'
import type { Element, Page } from './dom.js'
import { absoluteAddress } from './inline-look.js'

const KIND = /\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|7z|ofd|wps|et|txt|csv)(?:$|[?#])/i
const NAMED = /\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|7z|ofd|wps|et)\s*$/i
/** House: files stand in the body, or in the four elements after it, or under the box the body is in. */
const AFTER = 4

/** Files a page offers with its article, each once: told by their address or by their name. */
export function readOfferedFiles(page: Page, body: Element, base: string | null): OfferedFile[] {
  const near = [page(body), page(body).nextAll().slice(0, AFTER), page(body).parent().nextAll().slice(0, AFTER)]
  const links = near.flatMap((part) => [...part.filter('a').toArray(), ...part.find('a').toArray()])
  const players = near.flatMap((part) => [...part.filter('[pdfsrc]').toArray(), ...part.find('[pdfsrc]').toArray()])
  const found = [...links.flatMap((link) => linked(page, link, base)), ...players.flatMap((player) => played(player, base))]
  return found.filter((file, index) => found.findIndex((other) => other.url === file.url) === index)
}

function linked(page: Page, link: Element, base: string | null): OfferedFile[] {
  const href = link.attribs.href ?? ''
  const text = page(link).text().trim()
  if (href === '' || /^(?:javascript|mailto|#)/i.test(href) || !(KIND.test(href) || NAMED.test(text))) return []
  return [{ name: text === '' ? lastPart(href) : text, url: absoluteAddress(href, base) ?? href }]
}

/** A player for PDF files keeps the address in an attribute of its own. */
function played(player: Element, base: string | null): OfferedFile[] {
  const href = player.attribs.pdfsrc ?? ''
  const title = /'title'\s*:\s*'([^']+)'/.exec(player.attribs['sudyfile-attr'] ?? '')?.[1]
  return href === '' ? [] : [{ name: title ?? lastPart(href), url: absoluteAddress(href, base) ?? href }]
}

const lastPart = (href: string): string =>
  href
    .replace(/[?#].*$/, '')
    .split('/')
    .at(-1) || href
