import { useCallback } from 'react'
import { useNavigate } from '@tanstack/react-router'
import type { RecordsBehind } from '../data/board.ts'
import { recordsLink } from './records-link.ts'

/** Goes to the list of the records behind a figure. */
export const useOpenRecords = (): ((query: RecordsBehind, about: string) => void) => {
  const navigate = useNavigate()
  return useCallback((query, about) => void navigate(recordsLink(query, about) as never), [navigate])
}
