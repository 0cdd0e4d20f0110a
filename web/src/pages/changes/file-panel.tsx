import { useRef, useState } from 'react'
import { Download, FileUp } from 'lucide-react'
import { configFileUrl, useApplyFile, useFilePlan, type Plan } from '../../data/config-history.ts'
import { changesMessages } from '../../i18n/messages/changes-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { PlanList, risksIn } from './plan-list.tsx'

function PlanOfFile({ plan, text: content, onDone }: { plan: Plan; text: string; onDone(): void }) {
  const text = useText(changesMessages)
  const apply = useApplyFile()
  const [allowRisks, setAllowRisks] = useState(false)
  const risks = risksIn(plan.parts)
  const isStopped = plan.dangling.length > 0 || plan.parts.some((part) => part.risk?.level === 'stop')
  const go = (): void =>
    apply.mutate(
      { text: content, fingerprint: plan.fingerprint, allowRisks },
      {
        onSuccess: ({ done }) => {
          showToast({ tone: 'ok', text: text('applied', { n: done.length }) })
          onDone()
        },
        onError: showFailure,
      },
    )
  return (
    <div className="stack">
      <PlanList plan={plan} />
      {risks > 0 && (
        <label className="row g8">
          <input type="checkbox" checked={allowRisks} onChange={(event) => setAllowRisks(event.target.checked)} />
          <span>{text('allowRisks', { n: risks })}</span>
        </label>
      )}
      {plan.parts.length > 0 && (
        <button
          type="button"
          className="btn pri"
          disabled={apply.isPending || isStopped || (risks > 0 && !allowRisks)}
          onClick={go}
        >
          {text('apply')}
        </button>
      )}
    </div>
  )
}

/** Settings as a file: fetched, compared, applied. */
export function FilePanel() {
  const text = useText(changesMessages)
  const input = useRef<HTMLInputElement>(null)
  const [content, setContent] = useState<{ name: string; text: string } | null>(null)
  const plan = useFilePlan()
  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const chosen = { name: file.name, text: await file.text() }
    setContent(chosen)
    plan.mutate(chosen.text, { onError: showFailure })
  }
  return (
    <div className="file-panel">
      <section className="card stack">
        <h2 className="h2">{text('exportTitle')}</h2>
        <p className="hint">{text('exportText')}</p>
        <a className="btn" href={configFileUrl} download>
          <Download size={14} aria-hidden="true" />
          {text('download')}
        </a>
      </section>
      <section className="card stack">
        <h2 className="h2">{text('importTitle')}</h2>
        <p className="hint">{text('importText')}</p>
        <input
          ref={input}
          type="file"
          accept=".yaml,.yml"
          className="sr"
          tabIndex={-1}
          aria-label={text('choose')}
          onChange={(event) => {
            void choose(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <div className="row g8 wrap">
          <button type="button" className="btn" onClick={() => input.current?.click()}>
            <FileUp size={14} aria-hidden="true" />
            {text('choose')}
          </button>
          {content && <span className="t2 f13">{content.name}</span>}
        </div>
        {plan.data && content && (
          <PlanOfFile
            key={plan.data.fingerprint}
            plan={plan.data}
            text={content.text}
            onDone={() => {
              setContent(null)
              plan.reset()
            }}
          />
        )}
      </section>
    </div>
  )
}
