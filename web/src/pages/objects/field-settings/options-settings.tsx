import { useId, useState } from 'react'
import type { Option } from '@jieli/core/fields/option'
import { objectsMessages } from '../../../i18n/messages/objects-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import { hasTwins, mostOptions, optionsFromLines } from '../option-lines.ts'
import { OptionsEditor } from './options-editor.tsx'
import type { Settings, SettingsEditor, SettingsProps } from './settings-editor.ts'

const optionsOf = (settings: Settings): Option[] =>
  Array.isArray(settings['options']) ? (settings['options'] as Option[]) : []

/** A line for each option, so that a column of a sheet can be pasted. */
function NewOptions({ onChange }: Pick<SettingsProps, 'onChange'>) {
  const text = useText(objectsMessages)
  const id = useId()
  const [lines, setLines] = useState('')
  const n = optionsFromLines(lines).length
  return (
    <div className="field">
      <label htmlFor={id}>
        {text('options')} <span className="t3">{text('optionsNote')}</span>
      </label>
      <textarea
        id={id}
        className="inp"
        rows={4}
        placeholder={text('optionsHint')}
        value={lines}
        onChange={(event) => {
          setLines(event.target.value)
          onChange({ options: optionsFromLines(event.target.value) })
        }}
      />
      {n > 0 && (
        <span className={`field-note${n > mostOptions ? ' err' : ''}`} role="status">
          {n > mostOptions ? text('tooManyOptions', { n, max: mostOptions }) : text('optionCount', { n })}
        </span>
      )}
    </div>
  )
}

function OptionsSettings({ settings, isNew, onChange }: SettingsProps) {
  return isNew ? (
    <NewOptions onChange={onChange} />
  ) : (
    <OptionsEditor options={optionsOf(settings)} onChange={(options) => onChange({ ...settings, options })} />
  )
}

export const optionsSettings: SettingsEditor = {
  first: { options: [] },
  isReady: (settings) => {
    const options = optionsOf(settings)
    const areNamed = options.every(({ label }) => label['zh-CN'].trim() !== '')
    return options.length > 0 && options.length <= mostOptions && areNamed && !hasTwins(options)
  },
  offers: (settings) => {
    const { length } = optionsOf(settings)
    return length > 1 ? ['merge', 'split'] : length > 0 ? ['split'] : []
  },
  Editor: OptionsSettings,
}
