import type { Label, Link } from '@jieli/core'
import { fieldOf, pointsTo } from '../../data/meta.ts'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { useRecordList } from '../../data/records.ts'
import { recordMessages } from '../../i18n/messages/record-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { FieldValue } from '../../parts/field-value/field-value.tsx'
import { useFieldTools } from '../../parts/field-value/use-field-tools.ts'

const shownFields = 4

/** What a row of these says in a line: the first fields people fill in, without the link back. */
const rowFields = (object: ObjectMeta, by: FieldMeta): FieldMeta[] =>
  object.fields.filter((field) => !field.system && field.name !== by.name && field.type !== 'attachment').slice(0, shownFields)

/** Records of another object that point at this one, newest first. */
export function RelatedCard({
  object,
  by,
  of,
  title,
  columns = [],
  limit = 30,
}: {
  object: ObjectMeta
  by: FieldMeta
  /** The record on whose page this stands. */
  of: Link
  /** In an admin's words; the object's own name otherwise. */
  title?: Label
  columns?: readonly string[]
  limit?: number
}) {
  const text = useText(recordMessages)
  const label = useLabel()
  const list = useRecordList(object.name, {
    where: pointsTo(by, of),
    sort: [{ field: 'createdAt', direction: 'desc' }],
    limit,
    count: 'capped',
  })
  const tools = useFieldTools(list.data?.refs)
  const chosen = columns.flatMap((name) => fieldOf(object, name) ?? [])
  const fields = chosen.length > 0 ? chosen : rowFields(object, by)
  const name = label(title ?? object.label)
  const records = list.data?.records ?? []
  if (list.error) return null
  return (
    <section className="card related" aria-label={name}>
      <header>
        <h2>{name}</h2>
        <span className="count">{list.data?.count?.value ?? ''}</span>
      </header>
      {records.length === 0 ? (
        <p className="t3 f13 related-none">{text('nothingRelated')}</p>
      ) : (
        <div className="related-scroll">
          <table className="related-table">
            <thead>
              <tr>
                {fields.map((field) => (
                  <th key={field.name} scope="col">
                    {label(field.label)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {records.map((record) => (
                <tr key={record.id}>
                  {fields.map((field) => (
                    <td key={field.name}>
                      <FieldValue field={field} value={record.values[field.name]} tools={tools} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && (
        <button type="button" className="link f13 related-none" onClick={() => void list.fetchNextPage()}>
          {text('loadMore', { n: limit })}
        </button>
      )}
    </section>
  )
}
