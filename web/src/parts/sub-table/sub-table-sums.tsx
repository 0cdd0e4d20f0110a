import { webFaceOf } from '@jieli/extensions/field-types/web'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { subTableMessages } from '../../i18n/messages/sub-table-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { FieldValue } from '../field-value/field-value.tsx'
import { sumOf, type RowDraft } from './row-draft.ts'

interface SumsProps {
  columns: readonly FieldMeta[]
  rows: readonly RowDraft[]
  tools: FieldTools
  /** Whether the rows end in a column of buttons, which the sums must leave room for. */
  hasActs: boolean
}

/** What the columns of figures come to; nothing where there is none. */
export function SubTableSums({ columns, rows, tools, hasActs }: SumsProps) {
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
