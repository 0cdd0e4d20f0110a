import { Check, EyeOff, Minus } from 'lucide-react'
import type { FieldInfo, FieldRight, ObjectInfo, Role } from '@jieli/core'
import type { UserAccount } from '../../data/users.ts'
import { rolesMessages } from '../../i18n/messages/roles-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { Chip } from '../../parts/chip.tsx'
import { fieldTypeOf } from '../../parts/condition-builder/condition-fields.ts'
import { accessTo } from './rights-of.ts'
import { RightsXray } from './rights-xray.tsx'
import { ViewAsButton } from '../../parts/view-as-button.tsx'
import { useScopeText } from '../../parts/use-scope-text.ts'

const shownFields = 9

/** A made-up value of the field's kind: nobody's data is shown to whoever sets rights. */
export const sampleOf = (field: FieldInfo, locale: 'zh-CN' | 'en', isMasked = false): string => {
  const type = fieldTypeOf(field.type)
  const options = field.settings['options'] as { label: { 'zh-CN': string; en?: string } }[] | undefined
  const value = type?.samples.find(({ values }) => values.length > 0)?.values[0] ?? null
  if (!type || value === null) return ''
  if (isMasked) return type.mask?.(value) ?? '***'
  if (options?.[0]) return options[0].label[locale] ?? options[0].label['zh-CN']
  if (type.isRelation || type.isOpaque) return '…'
  return type.format(value, type.samples[0]?.settings ?? {}, locale)
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

interface PreviewProps {
  roles: Role[]
  objects: ObjectInfo[]
  object: ObjectInfo
  people: UserAccount[]
  personId: string | null
  onPerson(id: string | null): void
  onObject(name: string): void
  name: string
}

/** What that person sees, reckoned by the function that the server uses, and why. */
export function RolePreview({ roles, objects, object, people, personId, onPerson, onObject, name }: PreviewProps) {
  const text = useText(rolesMessages)
  const label = useLabel()
  const scopeText = useScopeText()
  const access = accessTo(roles, object)
  const fields = [...object.fields.values()].filter(({ system }) => !system)
  const rightFor = (field: FieldInfo): FieldRight => access?.right(field) ?? 'none'
  const seen = fields.filter((field) => rightFor(field) !== 'none')
  const missing = fields.filter((field) => rightFor(field) === 'none')
  const count = (right: FieldRight): number => fields.filter((field) => rightFor(field) === right).length
  const hidden = objects.filter((one) => !accessTo(roles, one))
  const isSameRows = new Set(roles.map((role) => JSON.stringify(role.objects[object.name]?.read ?? 'none'))).size <= 1
  return (
    <section className="preview" aria-label={text('seenBy', { name })}>
      <div className="row g8 wrap">
        <h2 className="h2">{text('seenBy', { name })}</h2>
        {roles.map((role) => (
          <Chip key={role.id}>{label(role.label)}</Chip>
        ))}
        <span className="sp" />
      </div>
      <div className="pair">
        <select
          className="inp"
          aria-label={text('choosePerson')}
          value={personId ?? ''}
          onChange={(event) => onPerson(event.target.value || null)}
        >
          <option value="">{text('anyone')}</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </select>
        <select
          className="inp"
          aria-label={text('previewObject')}
          value={object.name}
          onChange={(event) => onObject(event.target.value)}
        >
          {objects.map((one) => (
            <option key={one.name} value={one.name}>
              {label(one.definition.label)}
            </option>
          ))}
        </select>
      </div>
      {access ? (
        <div className="card preview-card">
          <header>
            <h2>{label(object.definition.label)}</h2>
            <span className="count">{text('sample')}</span>
            <span className="sp" />
            {!access.create && <span className="t3 f12">{text('cannotCreate')}</span>}
          </header>
          <dl>
            {seen.slice(0, shownFields).map((field) => (
              <SampleField key={field.name} field={field} right={rightFor(field)} />
            ))}
          </dl>
        </div>
      ) : (
        <p className="hint">{text('invisible')}</p>
      )}
      <ul className="preview-lines">
        {access && (
          <li>
            <EyeOff size={14} className="t3" aria-hidden="true" />
            <span>
              {text('missingFields')}{' '}
              <span className="t2">
                {missing.length === 0 ? text('allFields') : missing.map((field) => label(field.label)).join('、')}
              </span>
            </span>
          </li>
        )}
        {hidden.length > 0 && (
          <li>
            <EyeOff size={14} className="t3" aria-hidden="true" />
            <span>
              {text('missingObjects')} <span className="t2">{hidden.map((one) => label(one.definition.label)).join('、')}</span>
            </span>
          </li>
        )}
        {!roles.some((role) => role.abilities.includes('export')) && (
          <li>
            <EyeOff size={14} className="t3" aria-hidden="true" />
            {text('cannotExport')}
          </li>
        )}
      </ul>
      <h3 className="h2 preview-why">{text('why')}</h3>
      <dl className="preview-facts">
        <dt>
          <Check size={14} className="ok" aria-hidden="true" />
          {text('whyRole')}
        </dt>
        <dd>{roles.map((role) => label(role.label)).join('、')}</dd>
        <dt>
          {access ? (
            <Check size={14} className="ok" aria-hidden="true" />
          ) : (
            <Minus size={14} className="t3" aria-hidden="true" />
          )}
          {text('whyRows')}
        </dt>
        <dd>{access ? access.read.map((scope) => scopeText(scope)).join('、') : text('scopeNone')}</dd>
        <dt>
          <Check size={14} className="ok" aria-hidden="true" />
          {text('whyFields')}
        </dt>
        <dd>
          {text('whyFieldsText', { write: count('write'), read: count('read'), mask: count('mask'), none: count('none') })}
        </dd>
      </dl>
      {roles.length > 1 && <p className="hint">{text(isSameRows ? 'whySame' : 'whySeveral')}</p>}
      {personId && <RightsXray key={`${personId} ${object.name}`} userId={personId} object={object} />}
      {personId && <ViewAsButton userId={personId} />}
    </section>
  )
}
