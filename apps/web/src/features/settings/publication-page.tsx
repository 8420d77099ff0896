export function PublicationPage() {
  return null
}
