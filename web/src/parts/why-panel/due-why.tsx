import type { DueExplanation } from '@jieli/core'
import { joined } from '../../i18n/joined.ts'
import { whyMessages } from '../../i18n/messages/why-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useText } from '../../i18n/use-text.ts'
import { dateText, durationText, momentText } from '../../i18n/zoned-time.ts'

const skipKeys = { weekend: 'weekend', holiday: 'holiday', exception: 'exception', 'outside-hours': 'outsideHours' } as const

/** Why it is due then: each stretch that counted adds up to what had to pass. */
export function DueWhy({ explanation, timeZone, now }: { explanation: DueExplanation; timeZone: string; now: number }) {
  const text = useText(whyMessages)
  const locale = useLocale()
  const moment = (instant: string): string => momentText(instant, now, { timeZone, locale })
  const minutes = (count: number): string => durationText(count * 60_000, locale)
  return (
    <section className="sec why" aria-label={text('dueTitle')}>
      <h3>
        {text('dueTitle')}
        <span className="count">
          {text('dueAt')} {moment(explanation.dueAt)}
        </span>
      </h3>
      <div className="why-rules">
        <span>{text('dueStart', { at: moment(explanation.startedAt) })}</span>
        <span>{text('dueMinutes', { text: minutes(explanation.minutes) })}</span>
        <span className="t2">{explanation.calendar?.label ?? text('alwaysRuns')}</span>
      </div>
      <table className="candidates">
        <thead>
          <tr>
            <th scope="col">{text('from')}</th>
            <th scope="col">{text('until')}</th>
            <th scope="col" className="r">
              {text('counted')}
            </th>
          </tr>
        </thead>
        <tbody>
          {explanation.segments.map((segment) => (
            <tr key={segment.from}>
              <td>{moment(segment.from)}</td>
              <td>{moment(segment.to)}</td>
              <td className="r">{minutes(segment.minutes)}</td>
            </tr>
          ))}
          <tr className="win">
            <td colSpan={2}>{text('total')}</td>
            <td className="r">{minutes(explanation.segments.reduce((sum, segment) => sum + segment.minutes, 0))}</td>
          </tr>
        </tbody>
      </table>
      {explanation.skipped.length > 0 && (
        <p className="why-tie t2">
          <span>
            {text('skipped')}{' '}
            {joined(
              explanation.skipped.map(({ date, why, name }) => `${dateText(date, locale)} ${name ?? text(skipKeys[why])}`),
            )}
          </span>
        </p>
      )}
    </section>
  )
}
