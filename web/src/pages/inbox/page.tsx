import { useNavigate } from '@tanstack/react-router'
import { Bell } from 'lucide-react'
import { useNoticePages, useReadNotices } from '../../data/notices.ts'
import { useMe } from '../../data/session.ts'
import { inboxMessages } from '../../i18n/messages/inbox-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useText } from '../../i18n/use-text.ts'
import { momentText } from '../../i18n/zoned-time.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { LoadFailure, PageState, Skeleton } from '../../parts/page-states/page-states.tsx'
import { useNow } from '../../parts/use-now.ts'
import { DeliveryChips } from './delivery-chips.tsx'
import './inbox.css'

export function InboxPage() {
  const text = useText(inboxMessages)
  const locale = useLocale()
  const now = useNow()
  const navigate = useNavigate()
  const { workspace } = useMe()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useNoticePages()
  const read = useReadNotices()
  if (error && !data) return <LoadFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton />
  const open = (id: string, leadId: string | null): void => {
    read.mutate([id])
    if (leadId) void navigate({ to: '/leads', search: { open: leadId } })
  }
  return (
    <>
      <TopBar title={text('title')} count={data.unread > 0 ? text('unread', { n: data.unread }) : undefined}>
        {data.unread > 0 && (
          <button type="button" className="btn sm" onClick={() => read.mutate(undefined)}>
            {text('readAll')}
          </button>
        )}
      </TopBar>
      {data.notices.length === 0 ? (
        <PageState icon={Bell} title={text('emptyTitle')} text={text('emptyText')} />
      ) : (
        <ul className="notices card">
          {data.notices.map((notice) => (
            <li key={notice.id}>
              <button type="button" onClick={() => open(notice.id, notice.leadId)}>
                {notice.readAt === null && (
                  <span className="notice-dot">
                    <span className="sr">{text('isUnread')}</span>
                  </span>
                )}
                <span className="sp">
                  <b>{notice.title}</b>
                  <span className="t2 f13 notice-body">{notice.body}</span>
                  <DeliveryChips deliveries={notice.deliveries} />
                </span>
                <time className="t3 f12 nw" dateTime={notice.createdAt}>
                  {momentText(notice.createdAt, now, { timeZone: workspace.timeZone, locale })}
                </time>
              </button>
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <button type="button" className="btn notices-more" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {text('earlier')}
        </button>
      )}
    </>
  )
}
