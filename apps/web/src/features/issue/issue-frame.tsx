export function IssueFrame() {
  return null
}
