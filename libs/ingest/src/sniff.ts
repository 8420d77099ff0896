import { invalid, type Refusal } from '#lib/editorial'
import { compoundKind } from './doc/compound-file.js'

/** What a file is, told by its bytes first and its name last. */
export type SourceFormat = 'text' | 'markdown' | 'html' | 'docx' | 'doc' | 'rtf' | 'mail' | 'pdf'

export interface SourceBytes {
  readonly bytes: Uint8Array
  /** The file's name, or a title for what was pasted; shown in refusals. */
  readonly name: string
  readonly mediaType?: string | undefined
  /** Where it was fetched from. */
  readonly url?: string | undefined
}

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, index) => bytes[index] === byte)

/** House: 1 MB of text is 340,000 characters, six bulletins; 64 MB of Word with pictures is the largest upload taken. */
const MOST_TEXT_BYTES = 8 * 1024 * 1024
const MOST_BYTES = 64 * 1024 * 1024

/** Names the format, or refuses with what to do instead. */
export function sniffFormat(source: SourceBytes): SourceFormat {
  const { bytes, name } = source
  if (bytes.length === 0) throw invalid('ingest/empty', { name })
  if (bytes.length > MOST_BYTES) throw invalid('ingest/too-large', { name })
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return zipFormat(extension, name)
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return compoundFormat(bytes, name)
  const refused = refusedBinary(bytes, name, extension)
  if (refused !== null) throw refused
  const head = headOf(bytes)
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (isMail(head)) return 'mail'
  if (bytes.length > MOST_TEXT_BYTES) throw invalid('ingest/too-large', { name })
  return textFormat(source, extension, head)
}

function zipFormat(extension: string, name: string): SourceFormat {
  if (extension === 'docm' || extension === 'dotm') throw invalid('ingest/macros', { name })
  if (['docx', 'dotx', 'zip', ''].includes(extension)) return 'docx'
  throw invalid('ingest/unsupported', { name })
}

function compoundFormat(bytes: Uint8Array, name: string): SourceFormat {
  const kind = compoundKind(bytes)
  if (kind === 'word') return 'doc'
  throw invalid(kind === 'encrypted' ? 'ingest/encrypted' : 'ingest/unsupported', { name })
}

function refusedBinary(bytes: Uint8Array, name: string, extension: string): Refusal | null {
  if (extension === 'docx' || extension === 'docm') return invalid('ingest/not-docx', { name })
  return looksBinary(bytes) ? invalid('ingest/unsupported', { name }) : null
}

/** NUL stands in no text but UTF-16, which has a mark at its head. */
function looksBinary(bytes: Uint8Array): boolean {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return false
  return bytes.subarray(0, 8192).includes(0)
}

/** The beginning of a text, whatever its charset: ASCII is the same in all of them but UTF-16. */
function headOf(bytes: Uint8Array): string {
  const isWide = startsWith(bytes, 0xff, 0xfe)
  const head = isWide ? new TextDecoder('utf-16le').decode(bytes.subarray(0, 4096)) : String.fromCharCode(...bytes.subarray(0, 2048))
  return head.replace(/^(?:\ufeff|\u00ef\u00bb\u00bf)/, '').trimStart()
}

/** A mail, or a page saved as one file: it begins with the head of a message. Source: RFC 5322 2.2, RFC 2557. */
function isMail(head: string): boolean {
  const names = new Set([...head.matchAll(/^([A-Z][\w-]{1,40}):[ \t]/gim)].map((found) => (found[1] ?? '').toLowerCase()))
  const first = /^([A-Z][\w-]{1,40}):[ \t]/i.exec(head)?.[1]?.toLowerCase() ?? ''
  const known = /^(?:received|from|to|cc|return-path|mime-version|subject|date|message-id|delivered-to|dkim-signature|content-type|x-.*)$/
  return known.test(first) && (names.has('mime-version') || (names.has('from') && names.has('subject') && names.has('date')))
}

function textFormat(source: SourceBytes, extension: string, head: string): SourceFormat {
  const type = source.mediaType?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (/^(?:md|markdown)$/.test(extension) || type === 'text/markdown') return 'markdown'
  if (/^x?html?$/.test(extension) || /html/.test(type)) return 'html'
  if (/^(?:<!doctype html|<html|<head|<body|<meta|<div|<p[\s>]|<section|<!--|<table|<\?xml[^>]*>\s*<(?:!doctype html|html))/i.test(head))
    return 'html'
  return 'text'
}
