/** What an OLE compound file is, by the names of its streams. Source: [MS-CFB] 2.6.1, names are UTF-16LE in directory entries. */
export type CompoundKind = 'word' | 'encrypted' | 'other'

/** House: directories lie anywhere in the file; the names are long enough to be no chance. */
export function compoundKind(bytes: Uint8Array): CompoundKind {
  if (holds(bytes, 'EncryptedPackage')) return 'encrypted'
  return holds(bytes, 'WordDocument') ? 'word' : 'other'
}

function holds(bytes: Uint8Array, name: string): boolean {
  const wanted = Buffer.from(name, 'utf16le')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(wanted)
}
