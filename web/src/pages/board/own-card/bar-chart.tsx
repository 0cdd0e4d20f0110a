import { boardEditorMessages } from '../../../i18n/messages/board-editor-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import { RecordsAnchor } from '../../../parts/records-anchor.tsx'
import { gridOf, type Grid } from './chart-shapes.ts'
import { Legend, seriesColour } from './legend.tsx'
import type { FaceProps } from './face-props.ts'
import { useIsDated } from './use-is-dated.ts'

/** More rows than this are a table, not a picture. */
const MOST_ROWS = 12

type RowProps = Pick<FaceProps, 'figures' | 'words' | 'title'>

/** One key: a row each, the whole row a link. */
function Rows({ figures, words, title }: RowProps) {
  const text = useText(boardEditorMessages)
  const others = figures.others ? [{ keys: [null], ...figures.others, isRest: true }] : []
  const rows = [...figures.groups.map((group) => ({ ...group, isRest: false })), ...others]
  const greatest = Math.max(1e-9, ...rows.map(({ value }) => value ?? 0))
  return (
    <ul className="own-bars">
      {rows.map(({ keys, value, query, isRest }) => {
        const name = isRest ? text('others') : words.key(0, keys[0] ?? null)
        return (
          <li key={isRest ? '·' : JSON.stringify(keys)}>
            <RecordsAnchor query={query} about={`${title} · ${name}`} className="own-row">
              <span className="ell t2" title={name}>
                {name}
              </span>
              <span className="bar">
                <i className={isRest ? 'rest' : ''} style={{ width: `${(Math.max(0, value ?? 0) / greatest) * 100}%` }} />
              </span>
              <span className="r b nw" title={words.exact(value)}>
                {words.figure(value)}
              </span>
            </RecordsAnchor>
          </li>
        )
      })}
    </ul>
  )
}

/** Two keys: a row each, its parts the second key's values. */
function Stacks({ grid, words, title }: { grid: Grid; words: FaceProps['words']; title: string }) {
  const rows = grid.rows.slice(0, MOST_ROWS)
  const greatest = Math.max(1e-9, ...rows.map(({ total }) => total))
  return (
    <>
      <Legend names={grid.columns.map((column) => words.key(1, column))} />
      <ul className="own-bars">
        {rows.map(({ key, total, cells }) => (
          <li key={JSON.stringify(key)} className="own-row">
            <span className="ell t2" title={words.key(0, key)}>
              {words.key(0, key)}
            </span>
            <span className="bar stacked">
              {cells.map((cell, index) => {
                if (!cell || cell.value <= 0) return null
                const name = `${words.key(0, key)} · ${words.key(1, grid.columns[index] ?? null)}`
                return (
                  <span
                    key={index}
                    className="own-part"
                    style={{ width: `${(cell.value / greatest) * 100}%`, background: seriesColour(index) }}
                    title={`${name} ${words.exact(cell.value)}`}
                  >
                    <RecordsAnchor query={cell.query} about={`${title} · ${name}`}>
                      <span className="sr">{`${name} ${words.exact(cell.value)}`}</span>
                    </RecordsAnchor>
                  </span>
                )
              })}
            </span>
            <span className="r b nw" title={words.exact(total)}>
              {words.figure(total)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Bars lie on their side, so that long names stay readable. */
export function BarChart({ card, figures, words, title }: FaceProps) {
  const isDated = useIsDated(card)
  return card.groupBy.length > 1 ? (
    <Stacks grid={gridOf(figures.groups, { rows: isDated(0), columns: isDated(1) })} words={words} title={title} />
  ) : (
    <Rows figures={figures} words={words} title={title} />
  )
}
