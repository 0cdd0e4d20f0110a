import { boardEditorMessages } from '../../../i18n/messages/board-editor-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import { RecordsAnchor } from '../../../parts/records-anchor.tsx'
import { gridOf } from './chart-shapes.ts'
import type { FaceProps } from './face-props.ts'
import { useIsDated } from './use-is-dated.ts'

/** Columns that fit beside one another before they scroll out of mind. */
const MOST_COLUMNS = 12

/** One key: a list with its figures. Two: the second across the top. */
export function TableFace({ card, figures, words, title }: FaceProps) {
  const text = useText(boardEditorMessages)
  const isDated = useIsDated(card)
  const isPivot = card.groupBy.length > 1
  const grid = gridOf(figures.groups, { rows: isDated(0), columns: isDated(1) })
  const columns = grid.columns.slice(0, MOST_COLUMNS)
  return (
    <div className="own-table heat-scroll">
      <table className="board-table">
        {isPivot && (
          <thead>
            <tr>
              <th scope="col">
                <span className="sr">{title}</span>
              </th>
              {columns.map((column) => (
                <th key={JSON.stringify(column)} scope="col" className="r">
                  {words.key(1, column)}
                </th>
              ))}
              <th scope="col" className="r">
                {text('sum')}
              </th>
            </tr>
          </thead>
        )}
        <tbody>
          {grid.rows.map(({ key, total, cells }) => (
            <tr key={JSON.stringify(key)}>
              <th scope="row" className="own-name">
                {words.key(0, key)}
              </th>
              {cells.slice(0, MOST_COLUMNS).map((cell, index) => (
                <td key={index} className="r">
                  {cell ? (
                    <RecordsAnchor
                      query={cell.query}
                      about={[title, words.key(0, key), ...(isPivot ? [words.key(1, columns[index] ?? null)] : [])].join(' · ')}
                    >
                      <span title={words.exact(cell.value)}>{words.figure(cell.value)}</span>
                    </RecordsAnchor>
                  ) : (
                    <span className="t3">—</span>
                  )}
                </td>
              ))}
              {isPivot && <td className="r b">{words.figure(total)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
