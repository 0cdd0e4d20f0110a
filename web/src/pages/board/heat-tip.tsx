import type { HeatCell } from '../../data/board.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { useText } from '../../i18n/use-text.ts'

export interface HeatTipProps {
  campusName: string
  cell: HeatCell
  isSlow: boolean
  /** Where the cell stands in the card, px. */
  place: { left: number; top: number; isRight: boolean }
}

/** Minutes as people say them here: 9.1 hours, 35 minutes. */
export const useResponseText = (): ((minutes: number | null) => string) => {
  const text = useText(boardMessages)
  return (minutes) => {
    if (minutes === null) return '—'
    return minutes < 60 ? text('minutesValue', { n: minutes }) : text('hoursValue', { n: Math.round(minutes / 6) / 10 })
  }
}

export function HeatTip({ campusName, cell, isSlow, place }: HeatTipProps) {
  const text = useText(boardMessages)
  const responseText = useResponseText()
  return (
    <div className={`heat-tip${place.isRight ? ' flip' : ''}`} style={{ left: place.left, top: place.top }} role="presentation">
      <div className="b">{text('cellTitle', { campus: campusName, hour: cell.hour })}</div>
      {cell.count === 0 ? (
        <div className="t3">{text('cellEmpty')}</div>
      ) : (
        <>
          <div className="row g16">
            <span className="t2">
              {text('cellLeads')} <b>{cell.count}</b>
            </span>
            <span className="t2">
              {text('response')} <b className={isSlow ? 'warn' : ''}>{responseText(cell.medianMinutes)}</b>
            </span>
          </div>
          <div className="acc">{text('cellOpen', { n: cell.count })}</div>
        </>
      )}
    </div>
  )
}
