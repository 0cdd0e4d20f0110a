import { useState, type ReactNode } from 'react'
import type { Issue } from '@jieli/core'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import type { RowsToSave } from '../../data/sub-tables.ts'
import { useLabel } from '../../i18n/use-text.ts'
import { cellIssues } from './cell-issues.ts'
import { newRowsToSave, rowsToSave, type RowDraft } from './row-draft.ts'
import { SubTableGrid } from './sub-table-grid.tsx'

interface NewRows {
  /** What goes with the record in its call; undefined: no row was typed, so the call says nothing of rows. */
  rows: RowsToSave | undefined
  /** The tables to type into, with what the server found wrong in their cells. */
  grids(issues: readonly Issue[], tools: FieldTools): ReactNode
}

/** The rows of a record that is not there yet, typed in its form and sent with it: both come to be, or neither. */
export const useNewRows = (tables: readonly { field: FieldMeta; part: ObjectMeta }[]): NewRows => {
  const label = useLabel()
  const [typed, setTyped] = useState<Record<string, RowDraft[]>>({})
  const fillable = tables.filter(({ field, part }) => part.can.create && field.right === 'write')
  const grids: NewRows['grids'] = (issues, tools) =>
    fillable.map(({ field, part }) => {
      const rows = typed[field.name] ?? []
      const wrong = cellIssues(issues, field.name, rowsToSave([], rows, ''))
      return (
        <fieldset key={field.name} className="create-rows" aria-label={label(field.label)}>
          <legend>{label(field.label)}</legend>
          <SubTableGrid
            part={part}
            name={label(field.label)}
            rows={rows}
            max={field.rows?.max ?? 0}
            tools={tools}
            issueOf={(key, column) => wrong.get(`${key} ${column}`)}
            onChange={(next) => setTyped((before) => ({ ...before, [field.name]: next }))}
          />
        </fieldset>
      )
    })
  return { rows: newRowsToSave(typed), grids }
}
