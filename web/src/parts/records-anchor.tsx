import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import type { RecordsBehind } from '../data/board.ts'
import { recordsLink } from './records-link.ts'

interface RecordsAnchorProps {
  query: RecordsBehind
  /** What these records are, in words: shown above the list. */
  about: string
  className?: string
  children: ReactNode
}

/** A figure as a link to its records: it can be opened in a new tab, copied, reached by keyboard. */
export function RecordsAnchor({ query, about, className = '', children }: RecordsAnchorProps) {
  return (
    <Link {...(recordsLink(query, about) as { to: '/leads' })} className={className} preload={false}>
      {children}
    </Link>
  )
}
