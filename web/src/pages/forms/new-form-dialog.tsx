import { useId, useState } from 'react'
import { formSchema, type Form } from '@jieli/core'
import { formsMessages } from '../../i18n/messages/forms-messages.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { Dialog } from '../../parts/dialog/dialog.tsx'

const firstForm = (sourceId: string): Form =>
  formSchema.parse({
    id: 'first',
    title: { 'zh-CN': '约一次了解' },
    sourceId,
    fields: [{ name: 'name', required: true }, { name: 'phone', required: true }, { name: 'note' }],
  })

/** A name in the address and a form to begin from. */
export function NewFormDialog({
  forms,
  sourceId,
  onCreate,
  onClose,
}: {
  forms: Form[]
  sourceId: string
  onCreate(form: Form): void
  onClose(): void
}) {
  const text = useText(formsMessages)
  const shell = useText(shellMessages)
  const label = useLabel()
  const id = useId()
  const [title, setTitle] = useState('')
  const [address, setAddress] = useState('')
  const [fromId, setFromId] = useState(forms.at(-1)?.id ?? '')
  const from = forms.find((form) => form.id === fromId) ?? firstForm(sourceId)
  const isTaken = forms.some((form) => form.id === address)
  const parsed = formSchema.safeParse({ ...from, id: address, title: { 'zh-CN': title.trim() } })
  return (
    <Dialog title={text('newTitle')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (parsed.success && !isTaken) onCreate(parsed.data)
        }}
      >
        <div className="field">
          <label htmlFor={`${id}-title`}>{text('heading')}</label>
          <input
            id={`${id}-title`}
            className="inp"
            autoFocus
            maxLength={80}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-address`}>{text('address')}</label>
          <div className="row g6">
            <span className="code t3">/f/</span>
            <input
              id={`${id}-address`}
              className="inp code"
              maxLength={60}
              aria-invalid={isTaken}
              placeholder="autumn-open-day"
              value={address}
              onChange={(event) => setAddress(event.target.value.toLowerCase().replace(/[^a-z0-9-]/g, ''))}
            />
          </div>
          <span className={`field-note${isTaken ? ' err' : ''}`}>{text(isTaken ? 'addressTaken' : 'addressNote')}</span>
        </div>
        {forms.length > 0 && (
          <div className="field">
            <label htmlFor={`${id}-from`}>{text('copyOf')}</label>
            <select id={`${id}-from`} className="inp" value={fromId} onChange={(event) => setFromId(event.target.value)}>
              {forms.map((form) => (
                <option key={form.id} value={form.id}>{`${label(form.title)} /f/${form.id}`}</option>
              ))}
            </select>
          </div>
        )}
        <footer>
          <button type="button" className="btn" onClick={onClose}>
            {shell('cancel')}
          </button>
          <button type="submit" className="btn pri" disabled={!parsed.success || isTaken}>
            {text('create')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
