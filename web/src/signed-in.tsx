import { useEffect, type ReactNode } from 'react'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { startLive } from './data/live.ts'
import { isSignedOut } from './data/query-client.ts'
import { useMetaQuery } from './data/meta.ts'
import { useSession } from './data/session.ts'
import { AppShell } from './parts/app-shell/app-shell.tsx'
import { LoadFailure, Skeleton } from './parts/page-states/page-states.tsx'

/** Who is here and what they may know, before any page; nobody is sent to the sign-in page and back after. */
function Known({ children }: { children: ReactNode }) {
  const session = useSession()
  const meta = useMetaQuery()
  const navigate = useNavigate()
  const mustSignIn = isSignedOut(session.error) || isSignedOut(meta.error)
  useEffect(() => {
    if (mustSignIn) void navigate({ to: '/sign-in', search: { back: location.pathname + location.search }, replace: true })
  }, [mustSignIn, navigate])
  const error = session.error ?? meta.error
  if (mustSignIn) return null
  if (error && !(session.data && meta.data))
    return (
      <LoadFailure
        error={error}
        onRetry={() => {
          void session.refetch()
          void meta.refetch()
        }}
      />
    )
  if (!session.data || !meta.data) return <Skeleton />
  return children
}

export function SignedIn() {
  return (
    <Known>
      <AppShell />
    </Known>
  )
}

/** A page that fills the screen: no menu, no toasts of notices, but as live as any. */
export function SignedInScreen() {
  const client = useQueryClient()
  useEffect(() => startLive(client), [client])
  return (
    <Known>
      <Outlet />
    </Known>
  )
}
