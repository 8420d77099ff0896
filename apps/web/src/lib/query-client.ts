import { QueryClient } from '@tanstack/react-query'
import { Problem, UNREACHABLE } from './api/problem.js'

const passing = (error: Error): boolean => error instanceof Problem && (error.code === UNREACHABLE || error.status === 503)

/** What was read is shown at once and read again when it may be older than a few seconds; only what passes by itself is tried again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 3_000,
      retry: (tries, error) => passing(error) && tries < 3,
      retryDelay: (tries) => 500 * 2 ** tries,
    },
    mutations: { retry: false },
  },
})
