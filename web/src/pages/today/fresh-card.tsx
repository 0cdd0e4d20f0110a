import { Link } from '@tanstack/react-router'
import { MessageCircle, PenLine, Phone, Timer } from 'lucide-react'
import type { TodayItem } from '../../data/today.ts'
import { todayMessages } from '../../i18n/messages/today-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { useNowBySecond } from '../../parts/use-now.ts'
import { WhyMe } from './why-me.tsx'
import { DialLink } from './dial-link.tsx'

const pad = (count: number): string => String(count).padStart(2, '0')
/** `08:42` under an hour, `23:08:42` above. */
export const countdownText = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000))
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60]
  return `${hours > 0 ? `${pad(hours)}:` : ''}${pad(minutes)}:${pad(seconds % 60)}`
}

function Countdown({ clock, leadId }: { clock: NonNullable<TodayItem['clock']>; leadId: string }) {
  const text = useText(todayMessages)
  const now = useNowBySecond()
  const left = Date.parse(clock.dueAt) - now
  const share = Math.max(0, Math.min(100, (left / (Date.parse(clock.dueAt) - Date.parse(clock.startedAt))) * 100))
  return (
    <>
      <div className="countdown">
        <Timer size={18} className={left > 0 ? 'warn' : 'err'} aria-hidden="true" />
        <span>
          <b className={left > 0 ? 'warn' : 'err'}>{countdownText(Math.abs(left))}</b>{' '}
          {text(left > 0 ? 'takeWithin' : 'tookTooLong')}
        </span>
        <span className="sp" />
        <WhyMe leadId={leadId} />
      </div>
      <div className="countdown-bar" role="img" aria-label={text('remaining', { n: Math.round(share) })}>
        <i style={{ width: `${share}%` }} />
      </div>
    </>
  )
}

/** A lead that just came: what they said, and one big button to take and call. */
export function FreshCard({ item, onLog }: { item: TodayItem; onLog(): void }) {
  const text = useText(todayMessages)
  return (
    <section className="fresh" aria-label={`${text('fresh')} ${item.name}`}>
      {item.clock && <Countdown clock={item.clock} leadId={item.leadId} />}
      <div className="row g8">
        <span className="fresh-name">{item.name}</span>
        <span className="t2 f14 ell">
          {[item.grade, item.subject, item.sourceLabel, item.campusName].filter(Boolean).join(' · ')}
        </span>
      </div>
      {item.note && <p className="fresh-note">「{item.note}」</p>}
      <div className="fresh-actions">
        <Link className="btn touch fresh-open" to="/leads" search={{ open: item.leadId }}>
          <MessageCircle size={20} aria-hidden="true" />
          {text('wecom')}
        </Link>
        <DialLink item={item} className="btn touch pri" onDial={onLog}>
          <Phone size={20} aria-hidden="true" />
          {text('takeAndCall')}
        </DialLink>
        <button type="button" className="btn touch fresh-log" onClick={onLog}>
          <PenLine size={20} aria-hidden="true" />
          {text('log')}
        </button>
      </div>
    </section>
  )
}
