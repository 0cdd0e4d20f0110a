import type { ReactNode } from 'react'
import { LiveIndicator } from '../live-indicator.tsx'

/** 52 px: the page's name, its count, what belongs to the title, then the live state and the page's actions. */
export function TopBar({
  title,
  count,
  children,
  beside,
}: {
  title: string
  count?: string | undefined
  beside?: ReactNode
  children?: ReactNode
}) {
  return (
    <header className="top">
      <h1>{title}</h1>
      {count !== undefined && <span className="count">{count}</span>}
      {beside}
      <span className="sp" />
      <LiveIndicator />
      {children}
    </header>
  )
}
