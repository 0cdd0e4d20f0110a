import { useId, useState } from 'react'
import type { Field, ObjectType } from '@jieli/core'
import type { Option } from '@jieli/core/fields/option'
import { useMergeOptions, useOptionCounts } from '../../data/field-life.ts'
import { fieldLifeMessages } from '../../i18n/messages/field-life-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { Dialog } from '../../parts/dialog/dialog.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'

/** No option's id: they begin with a letter or a figure. */
const NOTHING = '-'

/** Several options become one, in every record that holds them: 授课 and 讲课 into 上课. */
export function MergeOptionsDialog({ object, field, onClose }: { object: ObjectType; field: Field; onClose(): void }) {
  const text = useText(fieldLifeMessages)
  const label = useLabel()
  const id = useId()
  const place = { object: object.name, field: field.name }
  const counts = new Map((useOptionCounts(place).data ?? []).map((one) => [one.id, one.count]))
  const options = field.settings['options'] as Option[]
  const [from, setFrom] = useState<string[]>([])
  const [to, setTo] = useState('')
  const merge = useMergeOptions()
  const moved = from.reduce((sum, one) => sum + (counts.get(one) ?? 0), 0)
  const go = (): void =>
    merge.mutate(
      { place, from, to: to === NOTHING ? null : to },
      {
        onError: showFailure,
        onSuccess: () => {
          showToast({ tone: 'ok', text: text('merging') })
          onClose()
        },
      },
    )
  return (
    <Dialog title={text('mergeTitle', { name: label(field.label) })} onClose={onClose}>
      <div className="stack">
        <fieldset className="merge-from">
          <legend className="t2 f13">{text('mergeFrom')}</legend>
          {options
            .filter((option) => option.id !== to)
            .map((option) => (
              <label key={option.id} className="row g8">
                <input
                  type="checkbox"
                  checked={from.includes(option.id)}
                  onChange={(event) =>
                    setFrom(event.target.checked ? [...from, option.id] : from.filter((one) => one !== option.id))
                  }
                />
                <span className="ell">{label(option.label)}</span>
                <span className="sp" />
                <span className="num t3 f12">{(counts.get(option.id) ?? 0).toLocaleString()}</span>
              </label>
            ))}
        </fieldset>
        <div className="field">
          <label htmlFor={id}>{text('mergeTo')}</label>
          <select id={id} className="inp" value={to} onChange={(event) => setTo(event.target.value)}>
            <option value="" disabled>
              {text('mergeChoose')}
            </option>
            <option value={NOTHING}>{text('mergeNothing')}</option>
            {options
              .filter((option) => !from.includes(option.id) && !option.archived)
              .map((option) => (
                <option key={option.id} value={option.id}>
                  {label(option.label)}
                </option>
              ))}
          </select>
        </div>
      </div>
      <footer>
        <button type="button" className="btn" onClick={onClose}>
          {text('cancel')}
        </button>
        <button type="button" className="btn pri" disabled={from.length === 0 || to === '' || merge.isPending} onClick={go}>
          {text('mergeStart', { n: moved.toLocaleString() })}
        </button>
      </footer>
    </Dialog>
  )
}
