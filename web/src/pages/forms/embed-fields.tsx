import { useId, useState } from 'react'
import { X } from 'lucide-react'
import { adminMessages } from '../../i18n/messages/admin-messages.ts'
import { formsMessages } from '../../i18n/messages/forms-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { CopyButton } from '../../parts/admin-page/copy-button.tsx'
import { frameCode, linkCode, siteOf, withMember, type FormPartProps } from './form-draft.ts'

/** The form inside one's own site: which sites may, and what to paste there. */
export function EmbedFields({ draft, onChange }: FormPartProps) {
  const text = useText(formsMessages)
  const label = useLabel()
  const address = new URL(`/f/${draft.id}`, location.href).href
  const title = label(draft.title)
  const codes = [
    ...(draft.embedOn ? [{ key: 'frame', code: frameCode(address, title) } as const] : []),
    { key: 'button', code: linkCode(address, label(draft.submitLabel), draft.accent) } as const,
  ]
  return (
    <section className="card form-part">
      <h2 className="h2">{text('embed')}</h2>
      <Sites draft={draft} onChange={onChange} />
      {codes.map(({ key, code }) => (
        <div key={key} className="field">
          <span className="row g8">
            <span className="label sp">{text(key)}</span>
            <CopyButton value={code} />
          </span>
          <pre className="code code-box">{code}</pre>
        </div>
      ))}
    </section>
  )
}

function Sites({ draft, onChange }: FormPartProps) {
  const text = useText(formsMessages)
  const admin = useText(adminMessages)
  const id = useId()
  const [typed, setTyped] = useState('')
  const sites = draft.embedOn ?? []
  const site = siteOf(typed)
  const put = (next: string[]): void => onChange(withMember(draft, 'embedOn', next.length > 0 ? next : undefined))
  const add = (): void => {
    if (!site) return
    put([...new Set([...sites, site])].slice(0, 20))
    setTyped('')
  }
  return (
    <div className="field">
      <label htmlFor={id}>{text('embedOn')}</label>
      <div className="many">
        {sites.map((one) => (
          <span key={one} className="chip">
            {one}
            <button
              type="button"
              aria-label={admin('removeOne', { name: one })}
              onClick={() => put(sites.filter((other) => other !== one))}
            >
              <X size={12} />
            </button>
          </span>
        ))}
      </div>
      <div className="row g6">
        <input
          id={id}
          className="inp"
          placeholder="www.example.com"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
        />
        <button type="button" className="btn" disabled={!site} onClick={add}>
          {admin('add')}
        </button>
      </div>
      <span className="field-note">{text(sites.length === 0 ? 'embedNone' : 'embedNote')}</span>
    </div>
  )
}
