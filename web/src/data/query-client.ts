import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'

/** Live events say what is stale, so nothing is asked again by the clock. api-client already repeats what may be repeated. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      gcTime: 10 * 60_000,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: true,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

export const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.code === 'not-signed-in'
