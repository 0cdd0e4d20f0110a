import { useState } from 'react'
import { useMeta } from '../../../data/meta.ts'
import { objectsMessages } from '../../../i18n/messages/objects-messages.ts'
import { useLabel, useText } from '../../../i18n/use-text.ts'
import type { SettingsEditor, SettingsProps } from './settings-editor.ts'

const fewest = 2
const most = 20

const chosenIn = (settings: SettingsProps['settings']): string[] =>
  Array.isArray(settings['objects']) ? settings['objects'].map(String) : []

/** Which objects the field may point to. More may join them later; one that records point to already stays. */
function TargetsSettings({ settings, isNew, onChange }: SettingsProps) {
  const text = useText(objectsMessages)
  const label = useLabel()
  const { objects } = useMeta()
  const chosen = chosenIn(settings)
  const [before] = useState(isNew ? [] : chosen)
  const offered = objects.filter(({ name, partOf }) => !partOf || chosen.includes(name))
  return (
    <fieldset className="field targets">
      <legend>{text('targets')}</legend>
      <div className="target-checks">
        {offered.map(({ name, label: title }) => (
          <label key={name} className="row g6">
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              disabled={before.includes(name) || (chosen.length >= most && !chosen.includes(name))}
              onChange={(event) =>
                onChange({
                  ...settings,
                  objects: event.target.checked ? [...chosen, name] : chosen.filter((one) => one !== name),
                })
              }
            />
            {label(title)}
          </label>
        ))}
      </div>
      <p className="hint">{text(isNew ? 'targetsNote' : 'targetsKept')}</p>
    </fieldset>
  )
}

export const targetsSettings: SettingsEditor = {
  first: { objects: [] },
  isReady: (settings) => chosenIn(settings).length >= fewest,
  Editor: TargetsSettings,
}
