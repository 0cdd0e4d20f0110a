import { useId } from 'react'
import { useMeta } from '../../../data/meta.ts'
import { fieldSettingsMessages } from '../../../i18n/messages/field-settings-messages.ts'
import { useLabel, useText } from '../../../i18n/use-text.ts'
import { usableInConditions } from '../../../parts/condition-builder/condition-fields.ts'
import type { SettingsEditor, SettingsProps } from './settings-editor.ts'

/** Which relation to follow, and which field to show from its other side. */
function LookupSettings({ object, settings, onChange }: SettingsProps) {
  const text = useText(fieldSettingsMessages)
  const label = useLabel()
  const id = useId()
  const { objects } = useMeta()
  const relations = object.fields.filter((field) => objects.some(({ name }) => name === field.settings['object']))
  const relation = relations.find(({ name }) => name === settings['relation'])
  const target = objects.find(({ name }) => name === relation?.settings['object'])
  if (relations.length === 0) return <p className="hint">{text('noRelation')}</p>
  return (
    <div className="pair">
      <div className="field">
        <label htmlFor={`${id}-relation`}>{text('through')}</label>
        <select
          id={`${id}-relation`}
          className="inp"
          value={String(settings['relation'])}
          onChange={(event) => onChange({ relation: event.target.value, field: '' })}
        >
          <option value="">{text('choose')}</option>
          {relations.map((field) => (
            <option key={field.name} value={field.name}>
              {label(field.label)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-field`}>{text('shownField')}</label>
        <select
          id={`${id}-field`}
          className="inp"
          disabled={!target}
          value={String(settings['field'])}
          onChange={(event) => onChange({ ...settings, field: event.target.value })}
        >
          <option value="">{text('choose')}</option>
          {(target?.fields ?? []).filter(usableInConditions).map((field) => (
            <option key={field.name} value={field.name}>
              {label(field.label)}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}

export const lookupSettings: SettingsEditor = {
  first: { relation: '', field: '' },
  isReady: ({ relation, field }) => Boolean(relation) && Boolean(field),
  Editor: LookupSettings,
}
