import { createBrowserRouter, type RouteObject } from 'react-router'
import { SignInPage } from '../features/session/sign-in-page.js'
import { Gate } from './gate.js'
import { FailedPage, Fallback, NotFoundPage } from './plain-pages.js'

const publicationRoutes: RouteObject[] = [
  { path: 'inbox', lazy: async () => ({ Component: (await import('../features/inbox/inbox-page.js')).InboxPage }) },
  { path: 'articles/:article', lazy: async () => ({ Component: (await import('../features/article/article-page.js')).ArticlePage }) },
  { path: 'issues', lazy: async () => ({ Component: (await import('../features/issue/issues-page.js')).IssuesPage }) },
  {
    path: 'issues/:issue',
    lazy: async () => ({ Component: (await import('../features/issue/issue-frame.js')).IssueFrame }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('../features/issue/board-page.js')).BoardPage }) },
      { path: 'preview', lazy: async () => ({ Component: (await import('../features/preview/preview-page.js')).PreviewPage }) },
      { path: 'review', lazy: async () => ({ Component: (await import('../features/review/review-page.js')).ReviewPage }) },
      { path: 'edition', lazy: async () => ({ Component: (await import('../features/edition/edition-page.js')).EditionPage }) },
      { path: 'history', lazy: async () => ({ Component: (await import('../features/issue/history-page.js')).HistoryPage }) },
    ],
  },
  { path: 'jobs', lazy: async () => ({ Component: (await import('../features/edition/jobs-page.js')).JobsPage }) },
  { path: 'archive', lazy: async () => ({ Component: (await import('../features/archive/archive-page.js')).ArchivePage }) },
  { path: 'archive/import', lazy: async () => ({ Component: (await import('../features/archive/import-page.js')).ImportPage }) },
  { path: 'archive/batches', lazy: async () => ({ Component: (await import('../features/archive/batches-page.js')).BatchesPage }) },
  { path: 'archive/batches/:batch', lazy: async () => ({ Component: (await import('../features/archive/batch-page.js')).BatchPage }) },
  {
    path: 'archive/past/:issue',
    lazy: async () => ({ Component: (await import('../features/archive/past-issue-page.js')).PastIssuePage }),
  },
  { path: 'statistics', lazy: async () => ({ Component: (await import('../features/statistics/statistics-page.js')).StatisticsPage }) },
  { path: 'statistics/errors', lazy: async () => ({ Component: (await import('../features/errors/errors-page.js')).ErrorsPage }) },
  { path: 'settings/feeds', lazy: async () => ({ Component: (await import('../features/feeds/feeds-page.js')).FeedsPage }) },
  { path: 'settings/sites', lazy: async () => ({ Component: (await import('../features/site-rules/site-rules-page.js')).SiteRulesPage }) },
  { path: 'settings/roster', lazy: async () => ({ Component: (await import('../features/settings/roster-page.js')).RosterPage }) },
  { path: 'settings/ignores', lazy: async () => ({ Component: (await import('../features/settings/ignores-page.js')).IgnoresPage }) },
  { path: 'settings/audit', lazy: async () => ({ Component: (await import('../features/settings/audit-page.js')).AuditPage }) },
  { path: 'settings', lazy: async () => ({ Component: (await import('../features/settings/publication-page.js')).PublicationPage }) },
]

export const router = createBrowserRouter([
  {
    HydrateFallback: Fallback,
    ErrorBoundary: FailedPage,
    children: [
      { path: 'sign-in', Component: SignInPage },
      { path: 'shared/:token', lazy: async () => ({ Component: (await import('../features/shared/shared-page.js')).SharedPage }) },
      {
        Component: Gate,
        children: [
          {
            lazy: async () => ({ Component: (await import('./shell.js')).Shell }),
            children: [
              {
                ErrorBoundary: FailedPage,
                children: [
                  { index: true, lazy: async () => ({ Component: (await import('../features/desk/desk-page.js')).DeskPage }) },
                  { path: 'p/:publication', children: publicationRoutes },
                  { path: 'people', lazy: async () => ({ Component: (await import('../features/settings/house-page.js')).HousePage }) },
                  { path: 'tokens', lazy: async () => ({ Component: (await import('../features/tokens/tokens-page.js')).TokensPage }) },
                  { path: '*', Component: NotFoundPage },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
])
