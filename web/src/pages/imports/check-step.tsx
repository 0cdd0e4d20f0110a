import { useEffect } from 'react'
import {
  useImport,
  usePlanImport,
  useStartImport,
  type ImportMapping,
  type ImportPlan,
  type ImportPolicy,
  type ImportPreview,
} from '../../data/imports.ts'
import { importsMessages } from '../../i18n/messages/imports-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { showFailure } from '../../parts/toast/toast-store.ts'
import { PolicyFields } from './policy-fields.tsx'

const figures = [
  ['created', 'willCreate'],
  ['touched', 'willTouch'],
  ['updated', 'willUpdate'],
  ['skipped', 'willSkip'],
  ['asked', 'willAsk'],
  ['failed', 'willFail'],
] as const
const always = new Set(['created', 'failed'])

/** The whole file counted by the policy on screen; nothing is written yet. */
function PlanFigures({ plan, rows }: { plan: ImportPlan; rows: number }) {
  const text = useText(importsMessages)
  const shown = figures.filter(([name]) => always.has(name) || plan.counts[name] > 0)
  const progress = { done: plan.checked.toLocaleString('en'), rows: rows.toLocaleString('en') }
  return (
    <section className="card import-plan" aria-busy={!plan.isDone}>
      <dl className="import-figures">
        {shown.map(([name, key]) => (
          <div key={name}>
            <dd className={name === 'failed' && plan.counts.failed > 0 ? 'warn' : ''}>
              {plan.counts[name].toLocaleString('en')}
            </dd>
            <dt>{text(key)}</dt>
          </div>
        ))}
      </dl>
      <div className="import-plan-foot">
        {!plan.isDone && <progress max={Math.max(1, rows)} value={plan.checked} aria-label={text('counting', progress)} />}
        <span className="t3 f13" role="status">
          {plan.isDone ? text('counted', { rows: progress.rows }) : text('counting', progress)}
          {plan.partly > 0 && ` · ${text('partly', { n: plan.partly.toLocaleString('en') })}`}
        </span>
      </div>
    </section>
  )
}

/** What is wrong most often comes first: mended once, it is mended for all of those rows. */
function Reasons({ reasons }: { reasons: ImportPlan['reasons'] }) {
  const text = useText(importsMessages)
  if (reasons.length === 0) return null
  return (
    <>
      <h3 className="h2">{text('reasons')}</h3>
      <ul className="card import-problems">
        {reasons.map(({ reason, count }) => (
          <li key={reason}>
            <span className="sp">{reason}</span>
            <b className="nw">{text('rowCount', { n: count.toLocaleString('en') })}</b>
          </li>
        ))}
      </ul>
    </>
  )
}

function Problems({ problems, isDone }: { problems: ImportPlan['problems']; isDone: boolean }) {
  const text = useText(importsMessages)
  if (problems.length === 0) return isDone ? <p className="ok f13">{text('problemsNone')}</p> : null
  return (
    <>
      <div>
        <h3 className="h2">{text('problems')}</h3>
        <p className="hint">{text('problemsNote')}</p>
      </div>
      <ul className="card import-problems">
        {problems.map(({ number, cells, reason }) => (
          <li key={number}>
            <span className="t3 nw">{text('row', { n: number })}</span>
            <span className="import-reason">{reason}</span>
            <span className="t3 ell">{cells.filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

interface CheckStepProps {
  preview: ImportPreview
  mapping: ImportMapping
  policy: ImportPolicy
  onPolicy(next: ImportPolicy): void
  onBack(): void
}

/** What would happen, and what should: the figures follow every choice. */
export function CheckStep({ preview, mapping, policy, onPolicy, onBack }: CheckStepProps) {
  const text = useText(importsMessages)
  const { id } = preview
  const { mutate: count, isPending } = usePlanImport()
  const start = useStartImport()
  const stored = useImport(id).data?.plan
  const plan = isPending ? null : stored
  useEffect(() => count({ id, mapping, policy }, { onError: showFailure }), [count, id, mapping, policy])
  const rows = preview.rows - preview.counts.unfit
  const unfit = preview.problems.filter((problem) => !plan?.problems.some(({ number }) => number === problem.number))
  const problems = [...(preview.counts.unfit > 0 ? unfit : []), ...(plan?.problems ?? [])]
  const run = (): void => start.mutate({ id, mapping, policy }, { onError: showFailure })
  return (
    <>
      {plan ? <PlanFigures plan={plan} rows={rows} /> : <div className="card import-plan-waits" aria-busy />}
      {preview.counts.unfit > 0 && <p className="hint">{text('unfit', { n: preview.counts.unfit })}</p>}
      <div className="import-check">
        <section className="card import-card">
          <h3 className="h2">{text('policy')}</h3>
          <PolicyFields preview={preview} mapping={mapping} policy={policy} onChange={onPolicy} />
        </section>
        <section className="import-found">
          <Reasons reasons={plan?.reasons ?? []} />
          <Problems problems={problems} isDone={plan?.isDone === true} />
        </section>
      </div>
      <div className="row g8 import-bar">
        <button type="button" className="btn" onClick={onBack}>
          {text('back')}
        </button>
        <span className="sp" />
        <button type="button" className="btn pri" disabled={start.isPending} onClick={run}>
          {text('start', { n: rows.toLocaleString('en') })}
        </button>
      </div>
    </>
  )
}
