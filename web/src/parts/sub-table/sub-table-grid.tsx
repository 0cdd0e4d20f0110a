import { useState, type ClipboardEvent } from 'react'
import { ChevronDown, ChevronUp, Plus, Trash2 } from 'lucide-react'
import { webFaceOf } from '@jieli/extensions/field-types/web'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { subTableMessages } from '../../i18n/messages/sub-table-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { FieldValue } from '../field-value/field-value.tsx'
import { showToast } from '../toast/toast-store.ts'
import { cellsOf, columnsOf, isTypable, pasteCells, sumOf, type RowDraft } from './row-draft.ts'
import { SubTableCell } from './sub-table-cell.tsx'
import './sub-table.css'

interface SubTableGridProps {
  /** The object of the rows. */
  part: ObjectMeta
  /** What the rows are called on their record. */
  name: string
  rows: readonly RowDraft[]
  max: number
  tools: FieldTools
  /** What is wrong with a cell: by the row's key and the column's name. */
  issueOf?(key: string, column: string): string | undefined
  /** Absent: to be read only. */
  onChange?(rows: RowDraft[]): void
}

let made = 0
const newKey = (): string => `new-${++made}`

/** Where the keyboard is. */
interface Place {
  key: string
  column: string
}

/**
 * Rows of a record as a table one types into: Tab goes to the next cell, Enter to the one below and at the end to a new row, Alt
 * with the arrows moves the row, and a block copied from a spreadsheet is pasted from the cell on. On a phone each row is a card.
 */
export function SubTableGrid({ part, name, rows, max, tools, issueOf, onChange }: SubTableGridProps) {
  const text = useText(subTableMessages)
  const label = useLabel()
  const columns = columnsOf(part)
  const [at, setAt] = useState<Place | null>(null)
  const mayAdd = onChange !== undefined && part.can.create && rows.length < max
  const set = (next: RowDraft[]): void => onChange?.(next)
  const add = (): void => {
    const key = newKey()
    set([...rows, { key, values: {} }])
    const first = columns.find((field) => field.mayFill)
    if (first) setAt({ key, column: first.name })
  }
  const below = (index: number, column: string): void => {
    const next = rows[index + 1]
    if (next) setAt({ key: next.key, column })
    else if (mayAdd) add()
  }
  const move = (index: number, by: number): void => {
    const row = rows[index]
    if (!row || !rows[index + by]) return
    set(rows.toSpliced(index, 1).toSpliced(index + by, 0, row))
  }
  const paste = (event: ClipboardEvent): void => {
    const cells = cellsOf(event.clipboardData.getData('text/plain'))
    const row = rows.findIndex(({ key }) => key === at?.key)
    const column = columns.findIndex((field) => field.name === at?.column)
    if (!onChange || row < 0 || column < 0 || (cells.length === 1 && cells[0]?.length === 1)) return
    event.preventDefault()
    const room = part.can.create ? max : rows.length
    const pasted = pasteCells(rows, { row, column }, { cells, columns, max: room, newKey })
    setAt(null)
    set(pasted.rows)
    if (!pasted.isWhole) showToast({ tone: 'err', text: text('pasted') })
  }
  const remove = (key: string): void => set(rows.filter((row) => row.key !== key))
  return (
    <div className="sub-table" onPaste={paste}>
      {rows.length > 0 && (
        <table className="sub-table-grid" aria-label={name}>
          <thead>
            <tr>
              <th scope="col" className="sub-table-n">
                <span className="sr">{text('row', { n: '' })}</span>
              </th>
              {columns.map((field) => (
                <th key={field.name} scope="col" data-align={webFaceOf(field.type).align}>
                  {label(field.label)}
                  {field.required && <span className="err"> *</span>}
                </th>
              ))}
              {onChange && <th className="sub-table-acts" />}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr
                key={row.key}
                aria-label={text('row', { n: index + 1 })}
                onKeyDown={(event) => {
                  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
                  event.preventDefault()
                  move(index, event.key === 'ArrowUp' ? -1 : 1)
                }}
              >
                <td className="sub-table-n num">{index + 1}</td>
                {columns.map((field) => (
                  <SubTableCell
                    key={field.name}
                    field={field}
                    row={row}
                    tools={tools}
                    isOpen={at?.key === row.key && at.column === field.name}
                    isTypable={onChange !== undefined && isTypable(part, field, row)}
                    issue={issueOf?.(row.key, field.name)}
                    onOpen={() => setAt({ key: row.key, column: field.name })}
                    onClose={() => setAt((now) => (now?.key === row.key && now.column === field.name ? null : now))}
                    onEnter={() => below(index, field.name)}
                    onChange={(value) =>
                      set(
                        rows.map((one) =>
                          one.key === row.key ? { ...one, values: { ...one.values, [field.name]: value } } : one,
                        ),
                      )
                    }
                  />
                ))}
                {onChange && (
                  <RowActs
                    n={index + 1}
                    isFirst={index === 0}
                    isLast={index === rows.length - 1}
                    mayRemove={!row.stored || part.can.delete}
                    onMove={(by) => move(index, by)}
                    onRemove={() => remove(row.key)}
                  />
                )}
              </tr>
            ))}
          </tbody>
          <Sums columns={columns} rows={rows} tools={tools} hasActs={onChange !== undefined} />
        </table>
      )}
      {rows.length === 0 && <p className="t3 f13 sub-table-none">{text('none')}</p>}
      {mayAdd && (
        <div className="sub-table-add">
          <button type="button" className="btn sm ghost acc" onClick={add}>
            <Plus size={14} aria-hidden="true" />
            {text('addRow')}
          </button>
          <span className="t3 f12">{text('pasteHint')}</span>
        </div>
      )}
      {onChange && rows.length >= max && <p className="t3 f12 sub-table-none">{text('full', { n: max })}</p>}
    </div>
  )
}

function RowActs({
  n,
  isFirst,
  isLast,
  mayRemove,
  onMove,
  onRemove,
}: {
  n: number
  isFirst: boolean
  isLast: boolean
  mayRemove: boolean
  onMove(by: number): void
  onRemove(): void
}) {
  const text = useText(subTableMessages)
  return (
    <td className="sub-table-acts">
      <button
        type="button"
        className="btn xs icon ghost"
        aria-label={text('moveUp', { n })}
        disabled={isFirst}
        onClick={() => onMove(-1)}
      >
        <ChevronUp size={14} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="btn xs icon ghost"
        aria-label={text('moveDown', { n })}
        disabled={isLast}
        onClick={() => onMove(1)}
      >
        <ChevronDown size={14} aria-hidden="true" />
      </button>
      {mayRemove && (
        <button type="button" className="btn xs icon ghost" aria-label={text('removeRow', { n })} onClick={onRemove}>
          <Trash2 size={14} aria-hidden="true" />
        </button>
      )}
    </td>
  )
}

/** What the columns of figures come to; nothing where there is none. */
function Sums({
  columns,
  rows,
  tools,
  hasActs,
}: {
  columns: readonly FieldMeta[]
  rows: readonly RowDraft[]
  tools: FieldTools
  hasActs: boolean
}) {
  const text = useText(subTableMessages)
  const label = useLabel()
  const sums = columns.map((field) => sumOf(field, rows))
  if (sums.every((sum) => sum === undefined)) return null
  return (
    <tfoot>
      <tr>
        <td className="sub-table-n">
          <span className="sr">{text('sums')}</span>∑
        </td>
        {columns.map((field, index) => (
          <td
            key={field.name}
            data-align={webFaceOf(field.type).align}
            data-label={label(field.label)}
            className={sums[index] === undefined ? 'empty' : ''}
          >
            {sums[index] !== undefined && <FieldValue field={field} value={sums[index]} tools={tools} />}
          </td>
        ))}
        {hasActs && <td />}
      </tr>
    </tfoot>
  )
}
