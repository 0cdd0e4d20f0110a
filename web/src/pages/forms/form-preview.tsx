import { Download, Printer } from 'lucide-react'
import type { Form } from '@jieli/core'
import { formsMessages } from '../../i18n/messages/forms-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { CopyButton } from '../../parts/admin-page/copy-button.tsx'

/** What is in force: the code to print, and the page as a phone shows it. */
export function FormPreview({ form, rev }: { form: Form; rev: number }) {
  const text = useText(formsMessages)
  const label = useLabel()
  const address = new URL(`/f/${form.id}`, location.href).href
  return (
    <>
      <div className="row g8 wrap form-code">
        <img src={`/f/${form.id}/qr.svg`} alt={text('code')} width={96} height={96} />
        <div className="sp stack-tight">
          <span className="code ell">{address}</span>
          <span className="t3 f12">{text('codeNote')}</span>
          <div className="row g6 wrap">
            <CopyButton value={address} />
            <a className="btn sm" href={`/f/${form.id}/sheet`} target="_blank" rel="noreferrer">
              <Printer size={14} aria-hidden="true" />
              {text('print')}
            </a>
            <a className="btn sm" href={`/f/${form.id}/qr.svg`} download={`${form.id}.svg`}>
              <Download size={14} aria-hidden="true" />
              {text('downloadCode')}
            </a>
          </div>
        </div>
      </div>
      <h2 className="h2">
        {text('preview')} <span className="count">{text('previewNote')}</span>
      </h2>
      <iframe
        key={rev}
        className="form-preview"
        title={`${text('preview')} ${label(form.title)}`}
        src={`/f/${form.id}`}
        sandbox=""
      />
    </>
  )
}
