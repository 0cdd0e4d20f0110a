import { useId } from 'react'
import { fieldOf, optionsOf, useObject } from '../../data/meta.ts'
import { usersMessages } from '../../i18n/messages/users-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { DrawerPart } from '../../parts/admin-page/drawer.tsx'
import { ManyPicker } from '../../parts/admin-page/many-picker.tsx'
import { FieldInput } from '../../parts/field-value/field-input.tsx'
import { useFieldTools } from '../../parts/field-value/use-field-tools.ts'
import { wholeOf, type UserFieldsProps } from './user-fields.ts'

/** How many leads somebody takes, of what, when. */
export function IntakeFields({ draft, onChange }: UserFieldsProps) {
  const text = useText(usersMessages)
  const label = useLabel()
  const id = useId()
  const object = useObject('user')
  const tools = useFieldTools()
  const shift = fieldOf(object, 'shift')
  const number = (key: 'holdingCap' | 'dailyCap' | 'weight'): React.JSX.Element => (
    <div className="field">
      <label htmlFor={`${id}-${key}`}>{text(key)}</label>
      <input
        id={`${id}-${key}`}
        className="inp"
        type="number"
        min={0}
        placeholder={key === 'weight' ? '1' : text('noCap')}
        value={draft[key] ?? ''}
        onChange={(event) =>
          onChange({ [key]: key === 'weight' ? (wholeOf(event.target.value) ?? 1) : wholeOf(event.target.value) })
        }
      />
    </div>
  )
  return (
    <DrawerPart title={text('intake')}>
      <div className="triple">
        {number('holdingCap')}
        {number('dailyCap')}
        {number('weight')}
      </div>
      <div className="field">
        <span className="label">{text('skills')}</span>
        <ManyPicker
          label={text('skills')}
          placeholder={text('skillsHint')}
          choices={optionsOf(fieldOf(object, 'skills')).map((option) => ({ id: option.id, title: label(option.label) }))}
          value={draft.skills}
          onChange={(skills) => onChange({ skills })}
        />
      </div>
      {shift && (
        <FieldInput
          field={{ ...shift, readOnly: false }}
          value={draft.shift}
          tools={tools}
          onChange={(value) => onChange({ shift: value })}
        />
      )}
    </DrawerPart>
  )
}
