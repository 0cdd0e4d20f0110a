import { useFieldJobs, useSteerJob, type JobProgress } from '../../data/field-life.ts'
import { fieldLifeMessages } from '../../i18n/messages/field-life-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { showFailure } from '../../parts/toast/toast-store.ts'

function FieldJob({ job }: { job: JobProgress }) {
  const text = useText(fieldLifeMessages)
  const label = useLabel()
  const steer = useSteerJob()
  const percent = job.total ? Math.min(100, Math.floor((job.done * 100) / job.total)) : 0
  const act = (how: 'cancel' | 'retry'): void => steer.mutate({ id: job.id, how }, { onError: showFailure })
  return (
    <div className="field-job card" role="status">
      <span className="ell">{label(job.label)}</span>
      {job.status === 'failed' ? (
        <span className="field-note err">{text('failed')}</span>
      ) : (
        <>
          <progress max={100} value={percent} aria-label={label(job.label)} />
          <span className="num f12 t2">{percent} %</span>
        </>
      )}
      <span className="sp" />
      {job.status === 'failed' && (
        <button type="button" className="btn sm" onClick={() => act('retry')}>
          {text('retry')}
        </button>
      )}
      {job.mayCancel && (
        <button type="button" className="btn sm ghost" onClick={() => act('cancel')}>
          {text('cancel')}
        </button>
      )}
    </div>
  )
}

/** What is being done to the fields of an object right now: how far, and the way back. */
export function FieldJobs({ object }: { object: string }) {
  const jobs = (useFieldJobs().data ?? []).filter(
    ({ about, status }) => about?.object === object && (status === 'running' || status === 'failed'),
  )
  return jobs.map((job) => <FieldJob key={job.id} job={job} />)
}
