import { useId } from 'react'
import { useConfig } from '../../data/config.ts'
import { formsMessages } from '../../i18n/messages/forms-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { RecordPicker } from '../../parts/pickers/record-picker.tsx'
import type { FormPartProps } from './form-draft.ts'

/** Which source and campus a sent form counts for. */
export function PlaceFields({ draft, onChange }: FormPartProps) {
  const text = useText(formsMessages)
  const id = useId()
  const sources = useConfig('source').data ?? []
  const { campus, ...others } = draft.fixed
  return (
    <section className="card form-part">
      <h2 className="h2">{text('where')}</h2>
      <div className="pair">
        <div className="field">
          <label htmlFor={`${id}-source`}>{text('source')}</label>
          <select
            id={`${id}-source`}
            className="inp"
            value={draft.sourceId}
            onChange={(event) => onChange({ ...draft, sourceId: event.target.value })}
          >
            {sources
              .filter(({ item }) => item.connector === 'form' || item.id === draft.sourceId)
              .map(({ item }) => (
                <option key={item.id} value={item.id}>
                  {item.label}
                </option>
              ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-campus`}>
            {text('campus')} <span className="t3">{typeof campus === 'string' ? '' : text('campusNone')}</span>
          </label>
          <RecordPicker
            id={`${id}-campus`}
            object="campus"
            value={typeof campus === 'string' ? campus : null}
            onChange={(next) => onChange({ ...draft, fixed: next ? { ...others, campus: next } : others })}
          />
        </div>
      </div>
    </section>
  )
}
