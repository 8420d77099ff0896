/** A key nobody else has, for requests that may be sent twice. Made from random bytes because `randomUUID` needs a secure address and a campus network may have none. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
