import type { ReactNode } from 'react'
import { ChevronLeft, ChevronRight } from 'lucide-react'

interface PeriodBarProps {
  /** The stretch of time that is shown, in words. */
  title: string
  back: string
  forth: string
  onStep(by: -1 | 1): void
  children?: ReactNode
}

/** Above a view of time: which stretch it shows, and the ones before and after. */
export function PeriodBar({ title, back, forth, onStep, children }: PeriodBarProps) {
  return (
    <div className="rv-month">
      <button type="button" className="btn sm ghost icon" aria-label={back} onClick={() => onStep(-1)}>
        <ChevronLeft size={16} aria-hidden="true" />
      </button>
      <h2 className="h2" aria-live="polite">
        {title}
      </h2>
      <button type="button" className="btn sm ghost icon" aria-label={forth} onClick={() => onStep(1)}>
        <ChevronRight size={16} aria-hidden="true" />
      </button>
      {children}
    </div>
  )
}
