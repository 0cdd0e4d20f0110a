import { useNavigate } from '@tanstack/react-router'
import { Bell } from 'lucide-react'
import { useNoticePages, useReadNotices, type Notice } from '../../data/notices.ts'
import { inboxMessages } from '../../i18n/messages/inbox-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { LoadFailure, PageState, Skeleton } from '../../parts/page-states/page-states.tsx'
import { NoticeRow } from './notice-row.tsx'
import './inbox.css'

export function InboxPage() {
  const text = useText(inboxMessages)
  const navigate = useNavigate()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useNoticePages()
  const read = useReadNotices()
  if (error && !data) return <LoadFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton />
  const open = ({ id, leadId, path }: Notice): void => {
    read.mutate([id])
    if (path) void navigate({ href: path })
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
            <NoticeRow key={notice.id} notice={notice} onOpen={() => open(notice)} />
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
