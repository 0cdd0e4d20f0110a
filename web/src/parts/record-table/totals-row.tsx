import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import { webFaceOf } from '@jieli/extensions/field-types/web'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { recordViewsMessages } from '../../i18n/messages/record-views-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { FieldValue } from '../field-value/field-value.tsx'
import type { RecordTableProps } from './record-table.tsx'

interface TotalsRowProps {
  columns: FieldMeta[]
  totals: NonNullable<RecordTableProps['totals']>
  tools: FieldTools
}

/** Figures over all that match, below their columns; it stays in sight while the list scrolls. */
export function TotalsRow({ columns, totals, tools }: TotalsRowProps) {
  const text = useText(recordViewsMessages)
  return (
    <tfoot className="totals-row">
      <tr>
        <td />
        {columns.map((field) => {
          const total = totals.get(field.name)
          return (
            <td key={field.name} className={webFaceOf(field.type).align === 'end' ? 'r' : ''}>
              {total && (
                <>
                  <span className="t3 f12">{text(total.fn)}</span>{' '}
                  <b className="num">
                    {total.fn === 'count' || total.fn === 'filled' ? (
                      Number(total.value ?? 0).toLocaleString('en')
                    ) : (
                      <FieldValue field={field} value={total.value} tools={tools} />
                    )}
                  </b>
                </>
              )}
            </td>
          )
        })}
      </tr>
    </tfoot>
  )
}
