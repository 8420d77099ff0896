/**
 * RFC 6266: the exact name in `filename*` (UTF-8), and an ASCII fallback for programs that know only `filename`.
 * The fallback is ours to choose because a Chinese name has no honest ASCII form; its ending follows the name.
 */
export function contentDisposition(name: string, fallback: string, kind: 'attachment' | 'inline' = 'attachment'): string {
  const clean = name.normalize('NFC').replace(/[\p{Cc}\p{Cs}/\\]/gu, '_')
  const plain = fallback.replace(/[^\w.-]/g, '_')
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encodeExtended(clean)}`
}

/** RFC 8187: percent-encoded UTF-8, leaving only the attribute characters as they are. */
const encodeExtended = (text: string): string =>
  encodeURIComponent(text).replace(/['()*!]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
