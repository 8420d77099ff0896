/** What is kept of the server's answers, by name. A key is a prefix: throwing away `issue(id)` throws away all that hangs on it. */
export const keys = {
  session: ['session'],
  people: ['people'],
  styles: ['styles'],
  publications: ['publications'],
  members: (publication: string) => ['publications', publication, 'members'],
  audit: (publication: string) => ['publications', publication, 'audit'],
  articles: (publication: string) => ['publications', publication, 'articles'],
  /** All that hangs on an article. */
  article: (article: string) => ['articles', article],
  articleAnswer: (article: string) => ['articles', article, 'answer'],
  articleVersions: (article: string) => ['articles', article, 'versions'],
  articleVersion: (article: string, version: number) => ['articles', article, 'versions', version],
  findings: (article: string, version: number) => ['articles', article, 'findings', version],
  issues: (publication: string) => ['publications', publication, 'issues'],
  /** All that hangs on an issue. */
  issue: (issue: string) => ['issues', issue],
  issueAnswer: (issue: string) => ['issues', issue, 'answer'],
  review: (issue: string) => ['issues', issue, 'review'],
  history: (issue: string) => ['issues', issue, 'history'],
  renders: (issue: string) => ['issues', issue, 'renders'],
  editions: (issue: string) => ['issues', issue, 'editions'],
  manifest: (edition: string) => ['manifests', edition],
  publicationRenders: (publication: string) => ['publications', publication, 'renders'],
  publicationEditions: (publication: string) => ['publications', publication, 'editions'],
} as const satisfies Record<string, readonly unknown[] | ((...ids: never[]) => readonly unknown[])>
