import { useState, type ClipboardEvent } from 'react'
import type { Value } from '@jieli/core'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { subTableMessages } from '../../i18n/messages/sub-table-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { moveItem } from '../record-list/move-item.ts'
import { showToast } from '../toast/toast-store.ts'
import { cellsOf, pasteCells, withCell, type RowDraft } from './row-draft.ts'

/** Rows without an id yet still need a key of their own, for as long as the page is open. */
let made = 0
const newKey = (): string => `new-${++made}`

/** Where the keyboard is. */
interface Place {
  key: string
  column: string
}

interface Rows {
  part: ObjectMeta
  columns: readonly FieldMeta[]
  rows: readonly RowDraft[]
  max: number
  /** Absent: to be read only. */
  onChange?: ((rows: RowDraft[]) => void) | undefined
}

/** What can be done with the rows of a sub-table, by hand and by keyboard, and where the keyboard is. */
export const useRowEdits = ({ part, columns, rows, max, onChange }: Rows) => {
  const text = useText(subTableMessages)
  const [at, setAt] = useState<Place | null>(null)
  const mayAdd = onChange !== undefined && part.can.create && rows.length < max
  const add = (): void => {
    const key = newKey()
    onChange?.([...rows, { key, values: {} }])
    const first = columns.find((field) => field.mayFill)
    if (first) setAt({ key, column: first.name })
  }
  const goBelow = (index: number, column: string): void => {
    const next = rows[index + 1]
    if (next) setAt({ key: next.key, column })
    else if (mayAdd) add()
  }
  const move = (index: number, by: -1 | 1): void => {
    // At the ends there is nowhere to go, and nothing that would have to be saved.
    if (rows[index] && rows[index + by]) onChange?.(moveItem(rows, index, index + by))
  }
  const paste = (event: ClipboardEvent): void => {
    const cells = cellsOf(event.clipboardData.getData('text/plain'))
    const row = rows.findIndex(({ key }) => key === at?.key)
    const column = columns.findIndex((field) => field.name === at?.column)
    // One cell is pasted into the field one stands in, as anywhere: only a block is laid over the table.
    const isOneCell = cells.length === 1 && cells[0]?.length === 1
    if (!onChange || row < 0 || column < 0 || isOneCell) return
    event.preventDefault()
    const room = part.can.create ? max : rows.length
    const pasted = pasteCells(rows, { row, column }, { cells, columns, max: room, newKey })
    setAt(null)
    onChange(pasted.rows)
    if (!pasted.isWhole) showToast({ tone: 'err', text: text('pasted') })
  }
  const isAt = (place: Place, key: string, column: string): boolean => place.key === key && place.column === column
  return {
    mayAdd,
    add,
    move,
    goBelow,
    paste,
    isOpen: (key: string, column: string): boolean => at !== null && isAt(at, key, column),
    open: (key: string, column: string): void => setAt({ key, column }),
    /** A cell that closes late must not close the one that was opened meanwhile. */
    close: (key: string, column: string): void => setAt((now) => (now && isAt(now, key, column) ? null : now)),
    write: (key: string, column: string, value: Value): void => onChange?.(withCell(rows, { key, column }, value)),
    remove: (key: string): void => onChange?.(rows.filter((row) => row.key !== key)),
  }
}
