import { Braces, FileCode2 } from 'lucide-react'
import { apiMessages } from '../../i18n/messages/api-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { CopyButton } from '../../parts/admin-page/copy-button.tsx'
import { checkSignature, curlRead, curlUpsert, typedClient } from './guide-examples.ts'

const files = [
  { href: '/api/v1/openapi.json', title: 'openapi', note: 'openapiNote', icon: Braces, saveAs: 'jieli-openapi.json' },
  { href: '/api/v1/client.ts', title: 'client', note: 'clientNote', icon: FileCode2, saveAs: 'jieli-client.ts' },
] as const

const steps = [
  { title: 'stepRead', code: curlRead },
  { title: 'stepWrite', code: curlUpsert },
  { title: 'stepTyped', code: typedClient },
  { title: 'stepCheck', code: checkSignature },
] as const

/** What a programmer needs to begin: the documents of this very workspace, and four examples to paste. */
export function ApiGuide() {
  const text = useText(apiMessages)
  return (
    <div className="api-guide">
      <p className="hint">{text('guideIntro')}</p>
      <div className="api-files">
        {files.map(({ href, title, note, icon: Icon, saveAs }) => (
          <a key={href} className="card api-file" href={href} download={saveAs}>
            <Icon size={18} className="t3" aria-hidden="true" />
            <span className="stack-tight">
              <b>{text(title)}</b>
              <span className="t3 f12">{text(note)}</span>
            </span>
            <span className="code t3">{href.split('/').at(-1)}</span>
          </a>
        ))}
      </div>
      <p className="hint">
        {text('keyPlace')} {text('limits')}
      </p>
      {steps.map(({ title, code }) => (
        <section key={title} className="card api-step">
          <header>
            <h2>{text(title)}</h2>
            <span className="sp" />
            <CopyButton value={code(location.origin)} />
          </header>
          <pre className="code">{code(location.origin)}</pre>
        </section>
      ))}
    </div>
  )
}
