/** House: marks that tell how a reader came to a page, never which page it is; met in addresses that editors paste. */
const TRAIL =
  /^(?:utm_.*|spm|scm|from|isappinstalled|share.*|scene|clicktime|enterid|sessionid|jsessionid|srcid|sharer_.*|pass_ticket|wx_header|fbclid|gclid|bd_vid|_t|timestamp|random|nonce|referer|source_from|tdsourcetag|mpshare|poc_token)$/i

/** What names an article of a WeChat account; all else in such an address is trail. */
const WECHAT = ['__biz', 'mid', 'idx', 'sn']

/** Longest address taken. House: browsers stop at 2,048; twice that leaves room for Chinese in percent form. */
const LONGEST = 4096

/**
 * One form for all addresses of the same page, to ask whether it was collected before: no scheme's difference, no `www.`, no fragment, no trail
 * of sharing, queries in order. Answers null for what is no web address. The result is for comparing, not for fetching.
 */
export function normaliseUrl(address: string): string | null {
  const url = parse(address)
  if (url === null) return null
  const host = url.hostname.replace(/^www\./, '').replace(/\.$/, '')
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`
  return `https://${host}${port}${pathOf(url)}${queryOf(url, host)}`
}

function parse(address: string): URL | null {
  if (address.length > LONGEST) return null
  try {
    const url = new URL(address.trim())
    return /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : null
  } catch {
    return null
  }
}

/** A folder and its first page are one; so are an escaped and a plain sign. Source: RFC 3986 6.2.2. */
function pathOf(url: URL): string {
  const plain = url.pathname
    .replace(/%[0-9a-f]{2}/gi, (escaped) => escaped.toUpperCase())
    .replace(/%(?:2D|2E|5F|7E|3[0-9]|4[1-9A-F]|5[0-9A]|6[1-9A-F]|7[0-9A])/g, (escaped) => decodeURIComponent(escaped))
  return plain
    .replace(/\/{2,}/g, '/')
    .replace(/\/(?:index|default)\.(?:s?html?|jsp|aspx?|php)$/i, '/')
    .replace(/\/$/, '')
}

function queryOf(url: URL, host: string): string {
  const all = [...url.searchParams]
  const kept = all.filter(([name]) => (host === 'mp.weixin.qq.com' ? WECHAT.includes(name) : !TRAIL.test(name)))
  kept.sort(([a, x], [b, y]) => (a === b ? order(x, y) : order(a, b)))
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
