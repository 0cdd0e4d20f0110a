import { useId } from 'react'
import type { AssignmentRule } from '@jieli/core'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { hasOptions } from '../../parts/condition-builder/condition-fields.ts'
import { useMeta } from '../../data/meta.ts'
import { rulesMessages } from '../../i18n/messages/rules-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { ManyPicker } from '../../parts/admin-page/many-picker.tsx'
import { useFieldTools } from '../../parts/field-value/use-field-tools.ts'

type Pool = AssignmentRule['pool']

function FieldChoice({
  label,
  none,
  fields,
  value,
  onChange,
}: {
  label: string
  none: string
  fields: FieldMeta[]
  value: string | undefined
  onChange(name: string): void
}) {
  const id = useId()
  const textOf = useLabel()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="inp" value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
        <option value="">{none}</option>
        {fields.map((field) => (
          <option key={field.name} value={field.name}>
            {textOf(field.label)}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Whom the rule may choose: named people, departments, the lead's own campus, those skilled in what it asks for. */
export function PoolFields({ pool, object, onChange }: { pool: Pool; object: ObjectMeta; onChange(next: Pool): void }) {
  const text = useText(rulesMessages)
  const label = useLabel()
  const tools = useFieldTools()
  const { objects, roles = [] } = useMeta()
  const leadsToDepartment = (field: FieldMeta): boolean =>
    field.type === 'relation' &&
    (objects.find(({ name }) => name === field.settings['object'])?.fields.some(({ type }) => type === 'department') ?? false)
  const withField = (key: 'sameAs' | 'skillField', name: string): void => {
    const { [key]: _before, ...rest } = pool
    onChange(name ? { ...rest, [key]: name } : rest)
  }
  return (
    <>
      <div className="pair">
        <FieldChoice
          label={text('sameAs')}
          none={text('sameNone')}
          fields={object.fields.filter(leadsToDepartment)}
          value={pool.sameAs}
          onChange={(name) => withField('sameAs', name)}
        />
        <FieldChoice
          label={text('skill')}
          none={text('skillNone')}
          fields={object.fields.filter((field) => hasOptions(field) && !field.system)}
          value={pool.skillField}
          onChange={(name) => withField('skillField', name)}
        />
      </div>
      <div className="field">
        <span className="label">{text('people')}</span>
        <ManyPicker
          label={text('people')}
          placeholder={text('peopleHint')}
          choices={tools.people()}
          value={pool.users}
          onChange={(users) => onChange({ ...pool, users })}
          titleOf={tools.titleOf}
        />
      </div>
      <div className="field">
        <span className="label">{text('departments')}</span>
        <ManyPicker
          label={text('departments')}
          placeholder={text('departmentsHint')}
          choices={tools.departments()}
          value={pool.departments}
          onChange={(departments) => onChange({ ...pool, departments })}
          titleOf={tools.titleOf}
        />
      </div>
      <div className="field">
        <span className="label">{text('roles')}</span>
        <ManyPicker
          label={text('roles')}
          placeholder={text('roles')}
          choices={roles.map((role) => ({ id: role.id, title: label(role.label) }))}
          value={pool.roles}
          onChange={(ids) => onChange({ ...pool, roles: ids })}
        />
      </div>
    </>
  )
}
