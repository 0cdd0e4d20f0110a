import { Link, useSearch } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { boardRanges, useCampusBoard, useCampuses, type BoardFigure, type BoardRange } from '../../data/board.ts'
import { useMe } from '../../data/session.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { screenMessages } from '../../i18n/messages/screen-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { clockOf } from '../../i18n/zoned-time.ts'
import { BrandMark } from '../../parts/app-shell/brand-mark.tsx'
import { LiveIndicator } from '../../parts/live-indicator.tsx'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { useNowBySecond } from '../../parts/use-now.ts'
import { figureProps } from '../board/figure-texts.ts'
import { ScreenHeat } from './screen-heat.tsx'
import { ScreenLatest } from './screen-latest.tsx'
import { ScreenSide } from './screen-side.tsx'
import { useWakeLock } from './use-wake-lock.ts'
import '../board/board.css'
import './screen.css'

/** Overdue times and the day itself move on without any event. */
const refreshMs = 60_000

function Clock() {
  const { workspace } = useMe()
  const now = useNowBySecond()
  return <time className="screen-clock">{clockOf(new Date(now).toISOString(), workspace.timeZone)}</time>
}

function Figure({ figure, range }: { figure: BoardFigure; range: BoardRange }) {
  const text = useText(boardMessages)
  const props = figureProps(figure, range, text)
  return (
    <div className="screen-figure">
      <span className="t2">{props.label}</span>
      <b className={props.status === 'ok' ? '' : props.status}>
        {props.value}
        <small>{props.unit}</small>
      </b>
      <span className="screen-note">
        <span className={`chip ${props.status}`}>{props.statusText}</span>
        {props.delta && (
          <span className={props.delta.isGood ? 'ok' : 'err'}>
            {props.delta.rises ? '↑' : '↓'}
            {props.delta.text}
          </span>
        )}
        <span className="t3">{props.thresholdText}</span>
      </span>
    </div>
  )
}

/** The wall screen: dark, large, live, nothing to press but the way out. */
export function ScreenPage() {
  const text = useText(screenMessages)
  const words = useText(boardMessages)
  const { workspace } = useMe()
  const search = useSearch({ strict: false }) as { range?: string; campus?: string }
  const range = boardRanges.find((one) => one === search.range) ?? 'week'
  const campus = useCampuses().data?.find(({ id }) => id === search.campus)
  const { data: board, error, refetch } = useCampusBoard({ range, campus: search.campus }, { everyMs: refreshMs })
  useWakeLock()
  return (
    <main className="screen" data-theme="dark">
      <header className="screen-head">
        <BrandMark />
        <h1>{workspace.name}</h1>
        <span className="t2">
          {campus?.name ?? words('allCampuses')} · {words(range)}
        </span>
        <span className="sp" />
        {board && <span className="t3">{text('updated', { at: clockOf(board.asOf, workspace.timeZone, true) })}</span>}
        <LiveIndicator />
        <Clock />
        <Link
          to={'/board'}
          search={{ range, ...(search.campus ? { campus: search.campus } : {}) }}
          aria-label={text('leave')}
          className="screen-leave"
        >
          <X aria-hidden="true" />
        </Link>
      </header>
      {error && !board ? (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      ) : !board ? (
        <Skeleton lines={12} />
      ) : (
        <>
          <section className="screen-figures" aria-label={words('figures')}>
            <div className="screen-figure">
              <span className="t2">{text('leadCount', { range: words(range) })}</span>
              <b>{board.leadCount.toLocaleString('en')}</b>
              <span className="screen-note t3">
                {words(board.campuses.visible === board.campuses.all ? 'visibleAll' : 'visibleSome', {
                  n: board.campuses.visible,
                })}
              </span>
            </div>
            {board.figures.map((figure) => (
              <Figure key={figure.name} figure={figure} range={range} />
            ))}
          </section>
          <section className="screen-map" aria-label={words('heat')}>
            <ScreenHeat board={board} />
          </section>
          <ScreenSide board={board} />
          <ScreenLatest />
        </>
      )}
    </main>
  )
}
