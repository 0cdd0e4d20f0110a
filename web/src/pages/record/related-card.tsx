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
export function RelatedCard({ object, by, id }: { object: ObjectMeta; by: FieldMeta; id: string }) {
  const text = useText(recordMessages)
  const label = useLabel()
  const list = useRecordList(object.name, {
    where: { call: 'equals', args: [{ field: by.name }, { value: id }] },
    sort: [{ field: 'createdAt', direction: 'desc' }],
    limit: 30,
    count: 'capped',
  })
  const tools = useFieldTools(list.data?.refs)
  const fields = rowFields(object, by)
  const records = list.data?.records ?? []
  if (list.error) return null
  return (
    <section className="card related" aria-label={label(object.label)}>
      <header>
        <h2>{label(object.label)}</h2>
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
          {text('loadMore')}
        </button>
      )}
    </section>
  )
}
