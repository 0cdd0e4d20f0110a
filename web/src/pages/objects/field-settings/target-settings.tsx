import { useId } from 'react'
import { useMeta } from '../../../data/meta.ts'
import { objectsMessages } from '../../../i18n/messages/objects-messages.ts'
import { useLabel, useText } from '../../../i18n/use-text.ts'
import type { SettingsEditor, SettingsProps } from './settings-editor.ts'

/** Which object the field points to. It is chosen once: what is stored are ids of that object. */
function TargetSettings({ settings, isNew, onChange }: SettingsProps) {
  const text = useText(objectsMessages)
  const label = useLabel()
  const id = useId()
  const { objects } = useMeta()
  const target = String(settings['object'] ?? '')
  const chosen = objects.find(({ name }) => name === target)
  if (!isNew) return <p className="hint">{text('pointsTo', { object: chosen ? label(chosen.label) : target })}</p>
  return (
    <div className="field">
      <label htmlFor={id}>{text('target')}</label>
      <select
        id={id}
        className="inp"
        value={target}
        onChange={(event) => onChange({ ...settings, object: event.target.value })}
      >
        {objects.map((one) => (
          <option key={one.name} value={one.name}>
            {label(one.label)}
          </option>
        ))}
      </select>
    </div>
  )
}

export const targetSettings: SettingsEditor = {
  first: { object: 'contact' },
  isReady: (settings) => typeof settings['object'] === 'string',
  Editor: TargetSettings,
}
