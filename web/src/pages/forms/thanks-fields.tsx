import { useId } from 'react'
import { ExternalLink, Plus, X } from 'lucide-react'
import { adminMessages } from '../../i18n/messages/admin-messages.ts'
import { formsMessages } from '../../i18n/messages/forms-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { retyped, withMember, withText, type FormPartProps } from './form-draft.ts'
import { LabelInput } from './label-input.tsx'

const empty = { 'zh-CN': '' }

/** What a customer sees after sending: thanks, what happens next, where to go on. */
export function ThanksFields({ draft, onChange }: FormPartProps) {
  const text = useText(formsMessages)
  return (
    <section className="card form-part">
      <h2 className="h2">
        {text('thanksPage')}
        <a className="btn xs ghost" href={`/f/${draft.id}/thanks`} target="_blank" rel="noreferrer">
          <ExternalLink size={12} aria-hidden="true" />
          {text('open')}
        </a>
      </h2>
      <LabelInput
        title={text('thanks')}
        isNeeded
        value={draft.thanks}
        onChange={(thanks) => onChange({ ...draft, thanks: thanks ?? empty })}
      />
      <LabelInput
        title={text('thanksText')}
        maxLength={300}
        value={draft.thanksText}
        onChange={(thanksText) => onChange(withText(draft, 'thanksText', thanksText))}
      />
      <Steps draft={draft} onChange={onChange} />
      <GoOn draft={draft} onChange={onChange} />
    </section>
  )
}

function Steps({ draft, onChange }: FormPartProps) {
  const text = useText(formsMessages)
  const admin = useText(adminMessages)
  const steps = draft.nextSteps ?? []
  const put = (next: typeof steps): void => onChange(withMember(draft, 'nextSteps', next.length > 0 ? next : undefined))
  return (
    <div className="field">
      <span className="label">{text('nextSteps')}</span>
      {steps.map((step, at) => (
        <div key={at} className="row g6">
          <span className="t3 f12">{at + 1}</span>
          <input
            className="inp"
            aria-label={`${text('nextSteps')} ${at + 1}`}
            maxLength={80}
            aria-invalid={step['zh-CN'].trim() === ''}
            value={step['zh-CN']}
            onChange={(event) => put(steps.with(at, retyped(step, event.target.value) ?? empty))}
          />
          <button
            type="button"
            className="btn xs ghost icon"
            aria-label={admin('removeOne', { name: step['zh-CN'] })}
            onClick={() => put(steps.toSpliced(at, 1))}
          >
            <X size={14} />
          </button>
        </div>
      ))}
      {steps.length < 4 && (
        <button type="button" className="btn sm form-add" onClick={() => put([...steps, empty])}>
          <Plus size={14} aria-hidden="true" />
          {text('addStep')}
        </button>
      )}
    </div>
  )
}

/** A button on the page of thanks; without words and address there is none. */
function GoOn({ draft, onChange }: FormPartProps) {
  const text = useText(formsMessages)
  const id = useId()
  const link = draft.thanksLink
  const put = (label: typeof empty, url: string): void =>
    onChange(withMember(draft, 'thanksLink', label['zh-CN'] === '' && url === '' ? undefined : { label, url }))
  return (
    <div className="pair">
      <LabelInput
        title={text('linkLabel')}
        maxLength={20}
        value={link?.label}
        onChange={(label) => put(label ?? empty, link?.url ?? '')}
      />
      <div className="field">
        <label htmlFor={id}>{text('linkUrl')}</label>
        <input
          id={id}
          className="inp"
          type="url"
          maxLength={500}
          placeholder="https://"
          value={link?.url ?? ''}
          onChange={(event) => put(link?.label ?? empty, event.target.value.trim())}
        />
      </div>
    </div>
  )
}
