import { useEffect, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { CircleCheck } from 'lucide-react'
import { useToday, type TodayItem } from '../../data/today.ts'
import { useMe } from '../../data/session.ts'
import { todayMessages } from '../../i18n/messages/today-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useText } from '../../i18n/use-text.ts'
import { dateText, dayOf, weekdayText } from '../../i18n/zoned-time.ts'
import { FollowUpSheet } from '../../parts/follow-up-sheet/follow-up-sheet.tsx'
import { LiveIndicator } from '../../parts/live-indicator.tsx'
import { LoadFailure, PageState, Skeleton } from '../../parts/page-states/page-states.tsx'
import { setServerTime, useNow } from '../../parts/use-now.ts'
import { useDial } from './use-dial.ts'
import { FreshCard } from './fresh-card.tsx'
import { TodayList } from './today-list.tsx'
import { TodaySummary } from './today-summary.tsx'
import './today.css'

/** What to do next, in order of urgency: a new lead's countdown, overdue, due today, waiting. */
export function TodayPage() {
  const text = useText(todayMessages)
  const locale = useLocale()
  const now = useNow()
  const { workspace } = useMe()
  const { data, error, refetch } = useToday()
  const [logging, setLogging] = useState<TodayItem | null>(null)
  const { dial } = useDial()
  useEffect(() => {
    if (data) setServerTime(data.now)
  }, [data])
  if (error && !data) return <LoadFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton />
  const day = dayOf(now, workspace.timeZone)
  const isPressing = data.fresh.length + data.overdue.length > 0
  const isEmpty = !isPressing && data.today.length + data.waiting.length === 0
  const next = [...data.overdue, ...data.today].find(({ leadId }) => leadId !== logging?.leadId) ?? null
  return (
    <div className="today">
      <div className="today-head">
        <h1>{text('title')}</h1>
        <span className="t3 f14">
          {dateText(day, locale)} {weekdayText(day, locale)}
        </span>
        <span className="sp" />
        <LiveIndicator />
      </div>
      <TodaySummary counts={data.counts} />
      {isEmpty && (
        <PageState icon={CircleCheck} tone="acc" title={text('emptyTitle')} text={text('emptyText')}>
          <Link to="/leads" className="btn">
            {text('seeLeads')}
          </Link>
        </PageState>
      )}
      <div className="today-grid">
        {isPressing && (
          <div>
            <div id="fresh">
              {data.fresh.map((item) => (
                <FreshCard key={item.leadId} item={item} onLog={() => setLogging(item)} />
              ))}
            </div>
            <TodayList group="overdue" items={data.overdue} count={data.counts.overdue} onLog={setLogging} />
          </div>
        )}
        <div>
          <TodayList group="today" items={data.today} count={data.counts.today} onLog={setLogging} />
          <TodayList group="waiting" items={data.waiting} count={data.counts.waiting} onLog={setLogging} />
        </div>
      </div>
      {logging && (
        <FollowUpSheet
          key={logging.leadId}
          lead={{ id: logging.leadId, name: logging.name, about: [logging.grade, logging.subject].filter(Boolean).join(' · ') }}
          onClose={() => setLogging(null)}
          {...(next
            ? {
                onNext: () => {
                  setLogging(next)
                  dial(next, () => {})
                },
              }
            : {})}
        />
      )}
    </div>
  )
}
