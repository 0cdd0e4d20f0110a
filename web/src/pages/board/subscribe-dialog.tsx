import { useId, useState, type FormEvent } from 'react'
import { boardRanges, type BoardChoice, type BoardRange } from '../../data/board.ts'
import { useBoardSubscription, useSubscribe, useUnsubscribe, type BoardSubscription } from '../../data/board-subscriptions.ts'
import { useMe } from '../../data/session.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { subscriptionMessages } from '../../i18n/messages/subscription-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useText } from '../../i18n/use-text.ts'
import { momentText } from '../../i18n/zoned-time.ts'
import { Dialog } from '../../parts/dialog/dialog.tsx'
import { Skeleton } from '../../parts/page-states/page-states.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { useNow } from '../../parts/use-now.ts'

interface SubscribeProps {
  boardId: string
  choice: BoardChoice
  onClose(): void
}

type Stored = NonNullable<ReturnType<typeof useBoardSubscription>['data']>

const wishOf = ({ cadence, weekday, at, range, campusId }: BoardSubscription): BoardSubscription => ({
  cadence,
  weekday,
  at,
  range,
  campusId,
})

/** Which days: every working day, or one of the week. */
function DayChoice({ wish, onChange }: { wish: BoardSubscription; onChange(next: BoardSubscription): void }) {
  const text = useText(subscriptionMessages)
  const locale = useLocale()
  const id = useId()
  // 1 January 2024 was a Monday.
  const weekday = (index: number): string =>
    new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + index))
  const choose = (value: string): void =>
    onChange(
      value === '' ? { ...wish, cadence: 'daily', weekday: null } : { ...wish, cadence: 'weekly', weekday: Number(value) },
    )
  return (
    <div className="card-pair">
      <div className="field">
        <label htmlFor={`${id}-day`}>{text('when')}</label>
        <select id={`${id}-day`} className="inp" value={wish.weekday ?? ''} onChange={({ target }) => choose(target.value)}>
          <option value="">{text('daily')}</option>
          {[0, 1, 2, 3, 4, 5, 6].map((index) => (
            <option key={index} value={index}>
              {text('weekly', { day: weekday(index) })}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-at`}>{text('at')}</label>
        <input
          id={`${id}-at`}
          className="inp"
          type="time"
          required
          value={wish.at}
          onChange={({ target }) => onChange({ ...wish, at: target.value })}
        />
      </div>
    </div>
  )
}

function RangeChoice({ range, onChange }: { range: BoardRange; onChange(next: BoardRange): void }) {
  const text = useText(subscriptionMessages)
  const words = useText(boardMessages)
  return (
    <div className="field">
      <span className="label">{text('range')}</span>
      <div className="seg" role="radiogroup" aria-label={text('range')}>
        {boardRanges.map((one) => (
          <button key={one} type="button" role="radio" aria-checked={range === one} onClick={() => onChange(one)}>
            {words(one)}
          </button>
        ))}
      </div>
    </div>
  )
}

function SubscribeForm({ boardId, choice, stored, onClose }: SubscribeProps & { stored: Stored | null }) {
  const text = useText(subscriptionMessages)
  const shell = useText(shellMessages)
  const locale = useLocale()
  const now = useNow()
  const { workspace } = useMe()
  const subscribe = useSubscribe(boardId)
  const stop = useUnsubscribe()
  const [wish, setWish] = useState<BoardSubscription>(
    stored
      ? wishOf(stored)
      : { cadence: 'daily', weekday: null, at: '09:00', range: choice.range, campusId: choice.campus ?? null },
  )
  const done = (said: string): void => {
    showToast({ tone: 'ok', text: said })
    onClose()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const said = (nextAt: string): string =>
      text('subscribed', { at: momentText(nextAt, now, { timeZone: workspace.timeZone, locale }) })
    subscribe.mutate(wish, { onError: showFailure, onSuccess: ({ subscription }) => done(said(subscription.nextAt)) })
  }
  return (
    <form onSubmit={submit} className="board-about">
      <p className="t3 f13">{text('hint')}</p>
      <DayChoice wish={wish} onChange={setWish} />
      <RangeChoice range={wish.range} onChange={(range) => setWish({ ...wish, range })} />
      {stored && (
        <p className="t3 f13">
          {text('next', { at: momentText(stored.nextAt, now, { timeZone: workspace.timeZone, locale }) })}
        </p>
      )}
      <footer>
        {stored && (
          <button
            type="button"
            className="btn ghost err"
            disabled={stop.isPending}
            onClick={() => stop.mutate(boardId, { onError: showFailure, onSuccess: () => done(text('stopped')) })}
          >
            {text('stop')}
          </button>
        )}
        <span className="sp" />
        <button type="button" className="btn ghost" onClick={onClose}>
          {shell('cancel')}
        </button>
        <button type="submit" className="btn pri" disabled={wish.at === '' || subscribe.isPending}>
          {text(stored ? 'change' : 'subscribe')}
        </button>
      </footer>
    </form>
  )
}

/** 订阅: the board's key figures, sent to oneself at a time of working days. */
export function SubscribeDialog(props: SubscribeProps) {
  const text = useText(subscriptionMessages)
  const { data: stored } = useBoardSubscription(props.boardId)
  return (
    <Dialog title={text('subscribe')} onClose={props.onClose}>
      {stored === undefined ? <Skeleton lines={4} /> : <SubscribeForm {...props} stored={stored} />}
    </Dialog>
  )
}
