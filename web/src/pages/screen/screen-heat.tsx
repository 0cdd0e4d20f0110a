import type { CampusBoard } from '../../data/board.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { heatLevel } from '../board/heat-level.ts'
import { shortCampus } from '../board/short-campus.ts'
import { HeatHead } from '../board/heat-rows.tsx'

/** The campus × hour map at television size: colours and dots, no pointing. */
export function ScreenHeat({ board }: { board: CampusBoard }) {
  const text = useText(boardMessages)
  const { hours, rows } = board.heat
  const greatest = Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ count }) => count)))
  const figure = (name: string, usual: number): number => board.figures.find((one) => one.name === name)?.threshold ?? usual
  const slow = figure('firstResponse', 1.8) * 60
  const follow = figure('followUp48h', 92)
  return (
    <table className="screen-heat">
      <caption className="sr">{text('heat')}</caption>
      <HeatHead hours={hours} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.campusId}>
            <th scope="row">{row.campusId === '' ? text('noCampus') : shortCampus(row.campusName)}</th>
            {row.cells.map((cell) => (
              <td key={cell.hour}>
                <i className={`heat-${heatLevel(cell.count, greatest)}${(cell.medianMinutes ?? 0) > slow ? ' slow' : ''}`}>
                  <span className="sr">{cell.count}</span>
                </i>
              </td>
            ))}
            <td className="r">{row.total}</td>
            <td className={`r${row.followRate !== null && row.followRate * 100 < follow ? ' warn b' : ''}`}>
              {row.followRate === null ? '—' : `${(row.followRate * 100).toFixed(1)}%`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
