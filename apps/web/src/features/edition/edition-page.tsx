export function EditionPage() {
  return null
}
