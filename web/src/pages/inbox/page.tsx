import { useNavigate } from '@tanstack/react-router'
import { Bell } from 'lucide-react'
import { CAMPUS_BOARD } from '@jieli/core'
import { useUnsubscribe } from '../../data/board-subscriptions.ts'
import { useNoticePages, useReadNotices, type Notice } from '../../data/notices.ts'
import { useMe } from '../../data/session.ts'
import { inboxMessages } from '../../i18n/messages/inbox-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useText } from '../../i18n/use-text.ts'
import { momentText } from '../../i18n/zoned-time.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { LoadFailure, PageState, Skeleton } from '../../parts/page-states/page-states.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { useNow } from '../../parts/use-now.ts'
import { DeliveryChips } from './delivery-chips.tsx'
import './inbox.css'

/** The board that a digest is of, by the page it leads to. */
const boardOf = (path: string): string => new URL(path, location.origin).searchParams.get('board') ?? CAMPUS_BOARD

/** What a digest says, and the way out of getting more of them. */
function DigestFoot({ notice }: { notice: Notice }) {
  const text = useText(inboxMessages)
  const stop = useUnsubscribe()
  return (
    <div className="notice-foot">
      <button
        type="button"
        className="link f12 notice-stop"
        disabled={stop.isPending}
        onClick={() =>
          stop.mutate(boardOf(notice.path ?? ''), {
            onError: showFailure,
            onSuccess: () => showToast({ tone: 'ok', text: text('stopped') }),
          })
        }
      >
        {text('stop')}
      </button>
    </div>
  )
}

const bodyOf = ({ kind, facts, body }: Notice): string =>
  kind === 'board-digest'
    ? [facts.map(({ name, value }) => `${name} ${value}`).join('　'), body].filter(Boolean).join('\n')
    : body

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
            <li key={notice.id}>
              <button type="button" onClick={() => open(notice)}>
                {notice.readAt === null && (
                  <span className="notice-dot">
                    <span className="sr">{text('isUnread')}</span>
                  </span>
                )}
                <span className="sp">
                  <b>{notice.title}</b>
                  <span className="t2 f13 notice-body">{bodyOf(notice)}</span>
                  <DeliveryChips deliveries={notice.deliveries} />
                </span>
                <time className="t3 f12 nw" dateTime={notice.createdAt}>
                  {momentText(notice.createdAt, now, { timeZone: workspace.timeZone, locale })}
                </time>
              </button>
              {notice.kind === 'board-digest' && <DigestFoot notice={notice} />}
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
