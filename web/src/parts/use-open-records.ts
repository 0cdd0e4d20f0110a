import { useCallback, useEffect } from 'react'
import { useNavigate, useRouter } from '@tanstack/react-router'
import type { RecordsBehind } from '../data/board.ts'
import { recordsLink } from './records-link.ts'

/** Goes to the list of the records behind a figure. The list's page is fetched beforehand, so that it opens at once. */
export const useOpenRecords = (): ((query: RecordsBehind, about: string) => void) => {
  const navigate = useNavigate()
  const router = useRouter()
  useEffect(() => void router.preloadRoute({ to: '/leads' }), [router])
  return useCallback((query, about) => void navigate(recordsLink(query, about) as never), [navigate])
}
