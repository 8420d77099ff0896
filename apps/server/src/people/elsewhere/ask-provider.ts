/** House: an answer about one person is a few kilobytes; ten seconds is longer than anybody waits at a door. */
const MOST_BYTES = 256 * 1024
const PATIENCE_MS = 10_000

/** Asks a provider's own address for a text; it is the administrator's choice and may stand in the unit's private network. Follows nothing. */
export async function askProvider(address: URL): Promise<string> {
  const answer = await fetch(address, {
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
    headers: { accept: 'application/xml, text/xml' },
  })
  if (!answer.ok) throw new Error(`the provider answered ${answer.status}`)
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > MOST_BYTES) throw new Error('the provider answered too much')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
