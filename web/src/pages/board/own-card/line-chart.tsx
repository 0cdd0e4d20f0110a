import { RecordsAnchor } from '../../../parts/records-anchor.tsx'
import { gridOf, linePath, roundAbove, type Grid } from './chart-shapes.ts'
import { Legend, seriesColour } from './legend.tsx'
import type { FaceProps } from './face-props.ts'

/** Lines that one can still tell apart. */
const MOST_LINES = 5
/** Names below the line before they run into one another. */
const MOST_NAMES = 7

function Axis({ top, words }: { top: number; words: FaceProps['words'] }) {
  return (
    <div className="own-axis" aria-hidden="true">
      {[top, top / 2, 0].map((value) => (
        <span key={value}>{words.figure(value)}</span>
      ))}
    </div>
  )
}

/** A strip over each point of time: what is there, and the way to its records. */
function Strips({ grid, top, words, title }: { grid: Grid; top: number; words: FaceProps['words']; title: string }) {
  const every = Math.ceil(grid.rows.length / MOST_NAMES)
  return (
    <ol className="own-strips">
      {grid.rows.map(({ key, cells }, index) => {
        const name = words.key(0, key)
        const [first] = cells
        const said = cells.map((cell) => words.exact(cell?.value ?? null)).join(' / ')
        return (
          <li key={JSON.stringify(key)} title={`${name} ${said}`}>
            {first ? (
              <RecordsAnchor query={first.query} about={`${title} · ${name}`} className="own-strip">
                <i style={{ bottom: `${(Math.max(0, first.value) / top) * 100}%` }} />
                <span className="sr">{`${name} ${said}`}</span>
              </RecordsAnchor>
            ) : (
              <span className="own-strip" />
            )}
            {index % every === 0 && <span className="own-tick">{name}</span>}
          </li>
        )
      })}
    </ol>
  )
}

/** Along a date, or any first key in its order; the second key's values are lines of their own. */
export function LineChart({ card, figures, words, title }: FaceProps) {
  const whole = gridOf(figures.groups, { rows: true, columns: false })
  const shown = whole.columns.slice(0, MOST_LINES)
  const grid: Grid = { columns: shown, rows: whole.rows.map((row) => ({ ...row, cells: row.cells.slice(0, MOST_LINES) })) }
  const top = roundAbove(Math.max(0, ...grid.rows.flatMap(({ cells }) => cells.map((cell) => cell?.value ?? 0))))
  const hasSeries = card.groupBy.length > 1
  return (
    <div className="own-line-box">
      {hasSeries && <Legend names={shown.map((column) => words.key(1, column))} />}
      <div className="own-plot">
        <Axis top={top} words={words} />
        <div className="own-lines">
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            {[0, 50, 100].map((y) => (
              <path key={y} className="own-grid" d={`M0 ${y}H100`} />
            ))}
            {shown.map((column, index) => (
              <path
                key={JSON.stringify(column)}
                className="own-path"
                style={{ stroke: hasSeries ? seriesColour(index) : 'var(--jl-accent)' }}
                d={linePath(
                  grid.rows.map(({ cells }) => cells[index]?.value ?? (hasSeries ? 0 : null)),
                  top,
                )}
              />
            ))}
          </svg>
          <Strips grid={grid} top={top} words={words} title={title} />
        </div>
      </div>
    </div>
  )
}
