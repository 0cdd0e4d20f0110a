import { useCallback, useMemo } from 'react'
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { conditionInAddress } from '../records-link.ts'

/** What the address says: which view, which record is open, which records behind a figure. */
export const useListAddress = (path: string) => {
  const search = useSearch({ strict: false }) as { view?: string; open?: string; where?: unknown; about?: string }
  const hash = useLocation({ select: (location) => location.hash })
  const navigate = useNavigate()
  const behind = useMemo(() => conditionInAddress({ where: search.where }, hash), [search.where, hash])
  const go = useCallback(
    (next: Record<string, string | undefined>, keepsHash: boolean) =>
      void navigate({
        to: path,
        search: (before: object) => ({ ...before, ...next }),
        hash: keepsHash ? true : '',
        replace: true,
      }),
    [navigate, path],
  )
  const set = useCallback((next: { view?: string | undefined; open?: string | undefined }) => go(next, true), [go])
  const forget = useCallback(() => go({ where: undefined, about: undefined }, false), [go])
  return { viewId: search.view, openId: search.open ?? null, behind, about: search.about, set, forget }
}
