import { Plus } from 'lucide-react'
import { webFaceOf } from '@jieli/extensions/field-types/web'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { subTableMessages } from '../../i18n/messages/sub-table-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { columnsOf, type RowDraft } from './row-draft.ts'
import { SubTableRow } from './sub-table-row.tsx'
import { SubTableSums } from './sub-table-sums.tsx'
import { useRowEdits } from './use-row-edits.ts'
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

/**
 * Rows of a record as a table one types into: Tab goes to the next cell, Enter to the one below and at the end to a new row, Alt
 * with the arrows moves the row, and a block copied from a spreadsheet is pasted from the cell on. On a phone each row is a card.
 */
export function SubTableGrid({ part, name, rows, max, tools, issueOf, onChange }: SubTableGridProps) {
  const text = useText(subTableMessages)
  const columns = columnsOf(part)
  const edits = useRowEdits({ part, columns, rows, max, onChange })
  const isReadOnly = onChange === undefined
  return (
    <div className="sub-table" onPaste={edits.paste}>
      {rows.length > 0 && (
        <table className="sub-table-grid" aria-label={name}>
          <SubTableHead columns={columns} hasActs={!isReadOnly} />
          <tbody>
            {rows.map((row, index) => (
              <SubTableRow
                key={row.key}
                part={part}
                columns={columns}
                row={row}
                index={index}
                isLast={index === rows.length - 1}
                isReadOnly={isReadOnly}
                tools={tools}
                edits={edits}
                issueOf={issueOf}
              />
            ))}
          </tbody>
          <SubTableSums columns={columns} rows={rows} tools={tools} hasActs={!isReadOnly} />
        </table>
      )}
      {rows.length === 0 && <p className="t3 f13 sub-table-none">{text('none')}</p>}
      {edits.mayAdd && (
        <div className="sub-table-add">
          <button type="button" className="btn sm ghost acc" onClick={edits.add}>
            <Plus size={14} aria-hidden="true" />
            {text('addRow')}
          </button>
          <span className="t3 f12">{text('pasteHint')}</span>
        </div>
      )}
      {!isReadOnly && rows.length >= max && <p className="t3 f12 sub-table-none">{text('full', { n: max })}</p>}
    </div>
  )
}

function SubTableHead({ columns, hasActs }: { columns: readonly FieldMeta[]; hasActs: boolean }) {
  const text = useText(subTableMessages)
  const label = useLabel()
  return (
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
        {hasActs && <th className="sub-table-acts" />}
      </tr>
    </thead>
  )
}
