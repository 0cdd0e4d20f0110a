import { useRef, useState } from 'react'
import type { BoardRange, CampusBoard } from '../../data/board.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { cellAfter } from './heat-level.ts'
import { HeatHead, HeatRows, heatScale, type By, type HeatRowsProps, type Place } from './heat-rows.tsx'
import { HeatTip, type HeatTipProps } from './heat-tip.tsx'
import { shortCampus } from './short-campus.ts'

function HeatLegend({ by, slowHours }: { by: By; slowHours: number }) {
  const text = useText(boardMessages)
  return (
    <footer className="row heat-foot">
      <span className="heat-legend">
        {text(by === 'byCount' ? 'few' : 'fast')}
        {[1, 2, 3, 4, 5, 6].map((level) => (
          <i key={level} className={`heat-${level}`} />
        ))}
        {text(by === 'byCount' ? 'many' : 'slow')}
        <i className="slow-dot" />
        {text('slowDot', { n: slowHours })}
      </span>
      <span className="sp" />
      <span className="t3 f12">{text('heatOrder')}</span>
    </footer>
  )
}

/** Where the tip stands: below the cell, on its inner side. */
const placeOfTip = (element: HTMLElement, card: HTMLElement | null): HeatTipProps['place'] | null => {
  const box = element.getBoundingClientRect()
  const frame = card?.getBoundingClientRect()
  if (!frame) return null
  const left = box.left - frame.left
  const isRight = left > frame.width / 2
  return { left: left + (isRight ? box.width : 0), top: box.bottom - frame.top + 4, isRight }
}

function BySwitch({ by, onChange }: { by: By; onChange(by: By): void }) {
  const text = useText(boardMessages)
  return (
    <div className="seg" role="radiogroup" aria-label={text('heatBy')}>
      {(['byCount', 'byResponse'] as const).map((one) => (
        <button key={one} type="button" role="radio" aria-checked={by === one} onClick={() => onChange(one)}>
          {text(one)}
        </button>
      ))}
    </div>
  )
}

/** 校区 × 小时: how many leads came in or how soon they were answered; each square opens to its leads. */
export function HeatMap({ board, range }: { board: CampusBoard; range: BoardRange }) {
  const text = useText(boardMessages)
  const card = useRef<HTMLElement>(null)
  const [by, setBy] = useState<By>('byCount')
  const [at, setAt] = useState<Place>({ row: 0, column: 0 })
  const [tip, setTip] = useState<HeatTipProps | null>(null)
  const scale = heatScale(board, by)
  const { hours, rows } = board.heat
  const leave = (): void => setTip(null)
  const show: HeatRowsProps['onTip'] = (row, cell, _at, element) => {
    const place = placeOfTip(element, card.current)
    if (place) setTip({ campusName: shortCampus(row.campusName), cell, isSlow: scale.isSlow(cell), place })
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'Escape') return leave()
    const next = cellAfter(event.key, at, { rows: rows.length, columns: hours.length })
    if (!next) return
    event.preventDefault()
    setAt(next)
    card.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus()
  }
  return (
    <section className="card heat-card" ref={card} aria-label={text('heat')} onMouseLeave={leave}>
      <header>
        <h2>{text('heat')}</h2>
        <span className="count">{text('heatCount', { range: text(range), n: board.leadCount.toLocaleString('en') })}</span>
        <span className="sp" />
        <BySwitch by={by} onChange={setBy} />
      </header>
      <div className="heat-scroll" onScroll={leave}>
        <table className="heat" role="grid" aria-label={text('heat')} onKeyDown={onKeyDown}>
          <HeatHead hours={hours} />
          <HeatRows board={board} range={range} by={by} scale={scale} at={at} onAt={setAt} onTip={show} onLeave={leave} />
        </table>
      </div>
      <HeatLegend by={by} slowHours={scale.slowHours} />
      {tip && <HeatTip {...tip} />}
    </section>
  )
}
