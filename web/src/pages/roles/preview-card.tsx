import type { FieldInfo, FieldRight, ObjectInfo } from '@jieli/core'
import { rolesMessages } from '../../i18n/messages/roles-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { sampleOf } from './sample-value.ts'
import type { Seen } from './seen-by.ts'

/** As many fields as a card of a record shows before one scrolls: enough to see the difference that a right makes. */
const shownFields = 9

/** A record made up for the purpose, with the fields as those roles get them. */
export function PreviewCard({ object, seen: { access, fields } }: { object: ObjectInfo; seen: Seen }) {
  const text = useText(rolesMessages)
  const label = useLabel()
  if (!access) return <p className="hint">{text('invisible')}</p>
  return (
    <div className="card preview-card">
      <header>
        <h2>{label(object.definition.label)}</h2>
        <span className="count">{text('sample')}</span>
        <span className="sp" />
        {!access.create && <span className="t3 f12">{text('cannotCreate')}</span>}
      </header>
      <dl>
        {fields.slice(0, shownFields).map(({ field, right }) => (
          <SampleField key={field.name} field={field} right={right} />
        ))}
      </dl>
    </div>
  )
}

function SampleField({ field, right }: { field: FieldInfo; right: FieldRight }) {
  const locale = useLocale()
  const label = useLabel()
  const sample = sampleOf(field, locale, right === 'mask')
  return (
    <>
      <dt>{label(field.label)}</dt>
      <dd className={right}>{sample || '—'}</dd>
    </>
  )
}
