import type { BoardRange, CampusBoard, HeatCell, HeatRow } from '../../data/board.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { RecordsAnchor } from '../../parts/records-anchor.tsx'
import { useOpenRecords } from '../../parts/use-open-records.ts'
import { leadsOfCampus, leadsOfHour } from './board-conditions.ts'
import { heatLevel } from './heat-level.ts'
import { shortCampus } from './short-campus.ts'

export type By = 'byCount' | 'byResponse'
export interface Place {
  row: number
  column: number
}

/** Beyond eight hours a response is simply slow: one outlier must not pale all others. */
const slowestShown = 480
const serious = 0.85

const valueOf = (cell: HeatCell, by: By): number => (by === 'byCount' ? cell.count : (cell.medianMinutes ?? 0))

const rateTone = (rate: number | null, threshold: number): string =>
  rate === null || rate * 100 >= threshold ? '' : rate * 100 >= threshold * serious ? 'warn b' : 'err b'

/** How dark a square is, and what counts as slow. */
export const heatScale = (board: CampusBoard, by: By) => {
  const thresholdOf = (name: string, usual: number): number =>
    board.figures.find((figure) => figure.name === name)?.threshold ?? usual
  const slowHours = thresholdOf('firstResponse', 1.8)
  const counts = board.heat.rows.flatMap(({ cells }) => cells.map(({ count }) => count))
  return {
    slowHours,
    rateThreshold: thresholdOf('followUp48h', 92),
    greatest: by === 'byResponse' ? slowestShown : Math.max(1, ...counts),
    isSlow: (cell: HeatCell): boolean => (cell.medianMinutes ?? 0) > slowHours * 60,
  }
}
type HeatScale = ReturnType<typeof heatScale>

export interface HeatRowsProps {
  board: CampusBoard
  range: BoardRange
  by: By
  scale: HeatScale
  /** The one cell that Tab reaches; arrows go on from there. */
  at: Place
  onAt(at: Place): void
  onTip(row: HeatRow, cell: HeatCell, place: Place, element: HTMLElement): void
  onLeave(): void
}

export function HeatHead({ hours }: { hours: number[] }) {
  const text = useText(boardMessages)
  return (
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
  )
}

type CellProps = Pick<HeatRowsProps, 'board' | 'by' | 'scale' | 'at' | 'onAt' | 'onTip' | 'onLeave'> & {
  row: HeatRow
  cell: HeatCell
  place: Place
}

function HeatSquare({ board, by, scale, at, row, cell, place, onAt, onTip, onLeave }: CellProps) {
  const text = useText(boardMessages)
  const open = useOpenRecords()
  const isSlow = scale.isSlow(cell)
  return (
    <button
      type="button"
      data-cell={`${place.row}-${place.column}`}
      tabIndex={at.row === place.row && at.column === place.column ? 0 : -1}
      className={`heat-${heatLevel(valueOf(cell, by), scale.greatest)}${isSlow ? ' slow' : ''}`}
      aria-label={text('cellLabel', {
        campus: row.campusName,
        hour: cell.hour,
        n: cell.count,
        slow: isSlow ? text('slowWord') : '',
      })}
      onMouseEnter={(event) => onTip(row, cell, place, event.currentTarget)}
      onFocus={(event) => {
        onAt(place)
        onTip(row, cell, place, event.currentTarget)
      }}
      onBlur={onLeave}
      onClick={() => {
        if (cell.count === 0) return
        open(
          leadsOfHour(board.range, row.campusId, cell.hour),
          text('cellTitle', { campus: shortCampus(row.campusName), hour: cell.hour }),
        )
      }}
    />
  )
}

export function HeatRows({ board, range, ...around }: HeatRowsProps) {
  const text = useText(boardMessages)
  const abnormal = new Set(board.anomalies.map(({ campusId }) => campusId))
  return (
    <tbody>
      {board.heat.rows.map((row, rowIndex) => (
        <tr key={row.campusId} className={abnormal.has(row.campusId) ? 'hi' : ''}>
          <th scope="row" className="ell">
            {row.campusId === '' ? text('noCampus') : shortCampus(row.campusName)}
          </th>
          {row.cells.map((cell, column) => (
            <td key={cell.hour}>
              <HeatSquare {...around} board={board} row={row} cell={cell} place={{ row: rowIndex, column }} />
            </td>
          ))}
          <td className="r">
            <RecordsAnchor query={leadsOfCampus(board.range, row.campusId)} about={`${row.campusName} · ${text(range)}`}>
              {row.total}
            </RecordsAnchor>
          </td>
          <td className={`r ${rateTone(row.followRate, around.scale.rateThreshold)}`}>
            {row.followRate === null ? '—' : `${(row.followRate * 100).toFixed(1)}%`}
          </td>
        </tr>
      ))}
    </tbody>
  )
}
