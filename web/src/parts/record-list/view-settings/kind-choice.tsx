import { useId } from 'react'
import { viewKinds } from '@jieli/core'
import { recordViewsMessages } from '../../../i18n/messages/record-views-messages.ts'
import { useLabel, useText } from '../../../i18n/use-text.ts'
import { recordViews } from '../../../record-views/record-view.ts'
import { isPossible, type SettingsPartProps } from './view-draft.ts'

/** List, kanban, calendar …: those the object has the fields for, and which fields they go by. */
export function KindChoice({ object, draft, onChange }: SettingsPartProps) {
  const text = useText(recordViewsMessages)
  const label = useLabel()
  const id = useId()
  return (
    <>
      <div className="view-kinds" role="radiogroup" aria-label={text('kind')}>
        {viewKinds.map((kind) => {
          const { icon: Icon } = recordViews[kind]
          const mayBe = isPossible(kind, object.fields)
          return (
            <button
              key={kind}
              type="button"
              role="radio"
              aria-checked={draft.kind === kind}
              disabled={!mayBe}
              title={mayBe ? undefined : text('noField')}
              onClick={() => onChange({ kind })}
            >
              <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
              {text(kind)}
            </button>
          )
        })}
      </div>
      {recordViews[draft.kind].slots.map(({ member, isRequired, accepts }) => (
        <div key={member} className="field">
          <label htmlFor={`${id}-${member}`}>{text(member)}</label>
          <select
            id={`${id}-${member}`}
            className="inp"
            value={draft[member] ?? ''}
            onChange={(event) => onChange({ [member]: event.target.value || undefined })}
          >
            <option value="">{isRequired ? '—' : text('none')}</option>
            {object.fields.filter(accepts).map((field) => (
              <option key={field.name} value={field.name}>
                {label(field.label)}
              </option>
            ))}
          </select>
        </div>
      ))}
    </>
  )
}
