import { CAMPUS_BOARD } from '@jieli/core'
import { useUnsubscribe } from '../../data/board-subscriptions.ts'
import type { Notice } from '../../data/notices.ts'
import { useMe } from '../../data/session.ts'
import { inboxMessages } from '../../i18n/messages/inbox-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useText } from '../../i18n/use-text.ts'
import { momentText } from '../../i18n/zoned-time.ts'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { useNow } from '../../parts/use-now.ts'
import { DeliveryChips } from './delivery-chips.tsx'

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

/** The figures of a digest, each with its name beside it; they never break between a figure and its unit. */
function Figures({ facts }: Pick<Notice, 'facts'>) {
  return (
    <span className="notice-figures">
      {facts.map(({ name, value }) => (
        <span key={name}>
          <span className="t3">{name}</span> <span className="nw">{value}</span>
        </span>
      ))}
    </span>
  )
}

/** What was told: read and followed by a press. */
export function NoticeRow({ notice, onOpen }: { notice: Notice; onOpen(): void }) {
  const text = useText(inboxMessages)
  const locale = useLocale()
  const now = useNow()
  const { timeZone } = useMe().workspace
  const isDigest = notice.kind === 'board-digest'
  return (
    <li>
      <button type="button" onClick={onOpen}>
        {notice.readAt === null && (
          <span className="notice-dot">
            <span className="sr">{text('isUnread')}</span>
          </span>
        )}
        <span className="sp">
          <b>{notice.title}</b>
          {isDigest && <Figures facts={notice.facts} />}
          {notice.body !== '' && <span className="t2 f13 notice-body">{notice.body}</span>}
          <DeliveryChips deliveries={notice.deliveries} />
        </span>
        <time className="t3 f12 nw" dateTime={notice.createdAt}>
          {momentText(notice.createdAt, now, { timeZone, locale })}
        </time>
      </button>
      {isDigest && <DigestFoot notice={notice} />}
    </li>
  )
}
