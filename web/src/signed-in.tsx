import { useEffect } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { isSignedOut } from './data/query-client.ts'
import { useMetaQuery } from './data/meta.ts'
import { useSession } from './data/session.ts'
import { AppShell } from './parts/app-shell/app-shell.tsx'
import { LoadFailure, Skeleton } from './parts/page-states/page-states.tsx'

/** Who is here and what they may know, before any page; nobody is sent to the sign-in page and back after. */
export function SignedIn() {
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
  return <AppShell />
}
