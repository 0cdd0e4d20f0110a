import { useRef, useState } from 'react'
import type { BoardRange, CampusBoard, HeatCell, HeatRow } from '../../data/board.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { RecordsAnchor } from '../../parts/records-anchor.tsx'
import { useOpenRecords } from '../../parts/use-open-records.ts'
import { leadsOfCampus, leadsOfHour } from './board-conditions.ts'
import { cellAfter, heatLevel } from './heat-level.ts'
import { HeatTip, type HeatTipProps } from './heat-tip.tsx'
import { shortCampus } from './short-campus.ts'

type By = 'byCount' | 'byResponse'
interface Place {
  row: number
  column: number
}

/** Beyond eight hours a response is simply slow: one outlier must not pale all others. */
const slowestShown = 480
const serious = 0.85

const valueOf = (cell: HeatCell, by: By): number => (by === 'byCount' ? cell.count : (cell.medianMinutes ?? 0))

const rateTone = (rate: number | null, threshold: number): string =>
  rate === null || rate * 100 >= threshold ? '' : rate * 100 >= threshold * serious ? 'warn b' : 'err b'

export function HeatMap({ board, range }: { board: CampusBoard; range: BoardRange }) {
  const text = useText(boardMessages)
  const open = useOpenRecords()
  const card = useRef<HTMLElement>(null)
  const [by, setBy] = useState<By>('byCount')
  const [at, setAt] = useState<Place>({ row: 0, column: 0 })
  const [tip, setTip] = useState<(HeatTipProps & Place) | null>(null)
  const { hours, rows } = board.heat
  const thresholdOf = (name: string, usual: number): number =>
    board.figures.find((figure) => figure.name === name)?.threshold ?? usual
  const slowHours = thresholdOf('firstResponse', 1.8)
  const rateThreshold = thresholdOf('followUp48h', 92)
  const abnormal = new Set(board.anomalies.map(({ campusId }) => campusId))
  const greatest =
    by === 'byResponse' ? slowestShown : Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ count }) => count)))
  const isSlow = (cell: HeatCell): boolean => (cell.medianMinutes ?? 0) > slowHours * 60
  const show = (row: HeatRow, cell: HeatCell, place: Place, element: HTMLElement): void => {
    const box = element.getBoundingClientRect()
    const frame = card.current?.getBoundingClientRect()
    if (!frame) return
    const left = box.left - frame.left
    setTip({
      ...place,
      campusName: shortCampus(row.campusName),
      cell,
      isSlow: isSlow(cell),
      place: {
        left: left + (left > frame.width / 2 ? box.width : 0),
        top: box.bottom - frame.top + 4,
        isRight: left > frame.width / 2,
      },
    })
  }
  const openCell = (row: HeatRow, cell: HeatCell): void => {
    if (cell.count === 0) return
    open(
      leadsOfHour(board.range, row.campusId, cell.hour),
      text('cellTitle', { campus: shortCampus(row.campusName), hour: cell.hour }),
    )
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'Escape') return setTip(null)
    const next = cellAfter(event.key, at, { rows: rows.length, columns: hours.length })
    if (!next) return
    event.preventDefault()
    setAt(next)
    card.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus()
  }
  return (
    <section className="card heat-card" ref={card} aria-label={text('heat')} onMouseLeave={() => setTip(null)}>
      <header>
        <h2>{text('heat')}</h2>
        <span className="count">{text('heatCount', { range: text(range), n: board.leadCount.toLocaleString('en') })}</span>
        <span className="sp" />
        <div className="seg" role="radiogroup" aria-label={text('heatBy')}>
          {(['byCount', 'byResponse'] as const).map((one) => (
            <button key={one} type="button" role="radio" aria-checked={by === one} onClick={() => setBy(one)}>
              {text(one)}
            </button>
          ))}
        </div>
      </header>
      <div className="heat-scroll" onScroll={() => setTip(null)}>
        <table className="heat" role="grid" aria-label={text('heat')} onKeyDown={onKeyDown}>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr">{text('campus')}</span>
              </th>
              {hours.map((hour) => (
                <th key={hour} scope="col" className="c">
                  {hour}
                </th>
              ))}
              <th scope="col" className="r">
                {text('leads')}
              </th>
              <th scope="col" className="r">
                {text('followRate')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, rowIndex) => (
              <tr key={row.campusId} className={abnormal.has(row.campusId) ? 'hi' : ''}>
                <th scope="row" className="ell">
                  {row.campusId === '' ? text('noCampus') : shortCampus(row.campusName)}
                </th>
                {row.cells.map((cell, column) => (
                  <td key={cell.hour}>
                    <button
                      type="button"
                      data-cell={`${rowIndex}-${column}`}
                      tabIndex={at.row === rowIndex && at.column === column ? 0 : -1}
                      className={`heat-${heatLevel(valueOf(cell, by), greatest)}${isSlow(cell) ? ' slow' : ''}`}
                      aria-label={text('cellLabel', {
                        campus: row.campusName,
                        hour: cell.hour,
                        n: cell.count,
                        slow: isSlow(cell) ? text('slowWord') : '',
                      })}
                      onMouseEnter={(event) => show(row, cell, { row: rowIndex, column }, event.currentTarget)}
                      onFocus={(event) => {
                        setAt({ row: rowIndex, column })
                        show(row, cell, { row: rowIndex, column }, event.currentTarget)
                      }}
                      onBlur={() => setTip(null)}
                      onClick={() => openCell(row, cell)}
                    />
                  </td>
                ))}
                <td className="r">
                  <RecordsAnchor query={leadsOfCampus(board.range, row.campusId)} about={`${row.campusName} · ${text(range)}`}>
                    {row.total}
                  </RecordsAnchor>
                </td>
                <td className={`r ${rateTone(row.followRate, rateThreshold)}`}>
                  {row.followRate === null ? '—' : `${(row.followRate * 100).toFixed(1)}%`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
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
      {tip && <HeatTip {...tip} />}
    </section>
  )
}
