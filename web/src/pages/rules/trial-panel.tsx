import { useState } from 'react'
import { CircleAlert, FlaskConical } from 'lucide-react'
import { fairnessOf } from '@jieli/core'
import type { OwnerCount, TrialReport, TrialSample } from '../../data/assignment-rules.ts'
import { usePersonName } from '../../data/meta.ts'
import { useMe } from '../../data/session.ts'
import { rulesMessages } from '../../i18n/messages/rules-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useText } from '../../i18n/use-text.ts'
import { momentText } from '../../i18n/zoned-time.ts'
import { PersonName } from '../../parts/avatar.tsx'
import { Dialog } from '../../parts/dialog/dialog.tsx'
import { useNow } from '../../parts/use-now.ts'
import { AssignmentWhy } from '../../parts/why-panel/assignment-why.tsx'

export const trialSpans = [7, 30, 60] as const
const peopleAtFirst = 8

interface PersonLine {
  userId: string
  name: string
  before: number
  after: number
}

/** Those with most first; who had and gets nothing is not listed. */
export const joinCounts = (before: OwnerCount[], after: OwnerCount[]): PersonLine[] => {
  const lines = new Map<string, PersonLine>()
  for (const { userId, name, count } of before) lines.set(userId, { userId, name, before: count, after: 0 })
  for (const { userId, name, count } of after)
    lines.set(userId, { userId, name, before: lines.get(userId)?.before ?? 0, after: count })
  return [...lines.values()].toSorted(
    (a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || b.after - a.after,
  )
}

const signed = (figure: number): string => (figure > 0 ? `+${figure}` : figure < 0 ? `−${-figure}` : '0')

function PeopleTable({ lines }: { lines: PersonLine[] }) {
  const text = useText(rulesMessages)
  const [showsAll, setShowsAll] = useState(false)
  const most = Math.max(1, ...lines.map(({ before, after }) => Math.max(before, after)))
  return (
    <div className="card trial-people">
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{text('byPerson')}</th>
            <th scope="col" className="r">
              {text('before')}
            </th>
            <th scope="col" className="r">
              {text('after')}
            </th>
            <th scope="col" className="r">
              {text('difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, showsAll ? lines.length : peopleAtFirst).map(({ userId, name, before, after }) => (
            <tr key={userId}>
              <td>
                <PersonName name={name} />
                <span className="trial-bar" aria-hidden="true">
                  <i style={{ width: `${(before / most) * 100}%` }} />
                  <b style={{ width: `${(after / most) * 100}%` }} />
                </span>
              </td>
              <td className="r t3">{before}</td>
              <td className="r b">{after}</td>
              <td className={`r${after === before ? ' t3' : ''}`}>{signed(after - before)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > peopleAtFirst && (
        <button type="button" className="link f12" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? text('showFewer') : text('showAll', { n: lines.length })}
        </button>
      )}
    </div>
  )
}

function Samples({ samples }: { samples: TrialSample[] }) {
  const text = useText(rulesMessages)
  const locale = useLocale()
  const now = useNow()
  const {
    workspace: { timeZone },
  } = useMe()
  const personName = usePersonName()
  const [open, setOpen] = useState<TrialSample | null>(null)
  const nameOf = (id: string | null): string => (id === null ? text('nobody') : personName(id) || id)
  return (
    <>
      <h3 className="h2">
        {text('samples')} <span className="count">{text('samplesNote')}</span>
      </h3>
      <ul className="card trial-samples">
        {samples.map((sample) => (
          <li key={sample.leadId}>
            <button type="button" onClick={() => setOpen(sample)}>
              <b>{sample.name}</b>
              <span className="t3 f12">{momentText(sample.at, now, { timeZone, locale })}</span>
              <span className="sp" />
              <span className="t3">{nameOf(sample.from)}</span>→<span>{nameOf(sample.to)}</span>
            </button>
          </li>
        ))}
      </ul>
      {open && (
        <Dialog title={open.name} className="dialog wide why-dialog" onClose={() => setOpen(null)}>
          <AssignmentWhy explanation={open.why} at={momentText(open.at, now, { timeZone, locale })} />
        </Dialog>
      )}
    </>
  )
}

function Report({ report }: { report: TrialReport }) {
  const text = useText(rulesMessages)
  const lines = joinCounts(report.before.byOwner, report.after.byOwner)
  const [before, after] = [fairnessOf(lines.map((line) => line.before)), fairnessOf(lines.map((line) => line.after))]
  if (report.leads === 0) return <p className="hint">{text('trialNone')}</p>
  return (
    <>
      <dl className="trial-figures card">
        <div>
          <dd>{report.leads.toLocaleString('en')}</dd>
          <dt>{text('leads')}</dt>
        </div>
        <div>
          <dd>{report.changed.toLocaleString('en')}</dd>
          <dt>{text('changed')}</dt>
        </div>
        <div>
          <dd className={report.queued.after > report.queued.before ? 'warn' : ''}>
            {report.queued.after > report.queued.before && <CircleAlert size={18} aria-hidden="true" />}
            {report.queued.after.toLocaleString('en')}
          </dd>
          <dt>
            {text('unqueued')} · {text('was', { n: report.queued.before })}
          </dt>
        </div>
        <div>
          <dd>{Math.round((1 - after.gini) * 100)}%</dd>
          <dt>
            {text('fairness')} · {text('was', { n: `${Math.round((1 - before.gini) * 100)}%` })}
          </dt>
        </div>
      </dl>
      <p className="hint">{text('fairnessNote', { spread: after.spread, before: before.spread })}</p>
      <PeopleTable lines={lines} />
      {report.samples.length > 0 && <Samples samples={report.samples} />}
    </>
  )
}

interface TrialPanelProps {
  report: TrialReport | undefined
  /** The rules have changed since. */
  isOld: boolean
  isRunning: boolean
  days: number
  onDays(days: number): void
  onRun(): void
}

/** What the draft would have done with the leads of the past weeks. */
export function TrialPanel({ report, isOld, isRunning, days, onDays, onRun }: TrialPanelProps) {
  const text = useText(rulesMessages)
  return (
    <section className="trial" aria-label={text('trial')} aria-busy={isRunning}>
      <div className="row g8">
        <h2 className="h2">{text('trialTitle', { days })}</h2>
        <span className="sp" />
        <select
          className="inp trial-days"
          aria-label={text('trialDays')}
          value={days}
          onChange={(event) => onDays(Number(event.target.value))}
        >
          {trialSpans.map((span) => (
            <option key={span} value={span}>
              {text('daysCount', { n: span })}
            </option>
          ))}
        </select>
      </div>
      <p className="hint">{report ? text('trialNote') : text('trialIntro')}</p>
      {isOld && report && <p className="chip warn trial-old">{text('trialOld')}</p>}
      <button type="button" className="btn" disabled={isRunning} onClick={onRun}>
        <FlaskConical size={14} aria-hidden="true" />
        {text(isRunning ? 'trialRunning' : 'trialRun')}
      </button>
      {report && <Report report={report} />}
    </section>
  )
}
