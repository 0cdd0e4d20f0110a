import { ArrowRightLeft } from 'lucide-react'
import { useHandoverJobs, useWaitingHandovers } from '../../../data/handover.ts'
import { useSteerJob } from '../../../data/field-life.ts'
import { handoverMessages } from '../../../i18n/messages/handover-messages.ts'
import { useLabel, useText } from '../../../i18n/use-text.ts'
import { showFailure } from '../../../parts/toast/toast-store.ts'
import './handover.css'

/** 待交接: who has left and still holds something. Gone when nothing is left. */
export function WaitingBanner({ onOpen }: { onOpen(userId: string): void }) {
  const text = useText(handoverMessages)
  const waiting = (useWaitingHandovers().data ?? []).filter(({ isUnderWay }) => !isUnderWay)
  if (waiting.length === 0) return null
  const records = waiting.reduce((sum, one) => sum + one.records, 0)
  return (
    <section className="card handover-waiting" aria-live="polite">
      <ArrowRightLeft size={16} aria-hidden="true" />
      <span className="b">{text('waiting', { n: waiting.length, m: records })}</span>
      <span className="row g8 wrap">
        {waiting.map((one) => (
          <button key={one.userId} type="button" className="btn sm" onClick={() => onOpen(one.userId)}>
            {one.records > 0
              ? text('waitingOne', { name: one.name, n: one.records })
              : text('waitingSettings', { name: one.name, n: one.settings })}
          </button>
        ))}
      </span>
    </section>
  )
}

/** Handovers on their way: how far, and on again when one stopped. */
export function HandoverProgress() {
  const text = useText(handoverMessages)
  const label = useLabel()
  const steer = useSteerJob()
  return (useHandoverJobs().data ?? []).map((job) => (
    <div key={job.id} className="card handover-job" role="status">
      <span className="ell">{label(job.label)}</span>
      {job.status === 'failed' ? (
        <>
          <span className="field-note err">{text('failed')}</span>
          <span className="sp" />
          <button
            type="button"
            className="btn sm"
            onClick={() => steer.mutate({ id: job.id, how: 'retry' }, { onError: showFailure })}
          >
            {text('retry')}
          </button>
        </>
      ) : (
        <progress max={100} value={job.total ? Math.floor((job.done * 100) / job.total) : 0} aria-label={label(job.label)} />
      )}
    </div>
  ))
}
