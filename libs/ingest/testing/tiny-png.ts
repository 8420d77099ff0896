/** A PNG of one white pixel. */
export const TINY_PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTZ7qwAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
)
