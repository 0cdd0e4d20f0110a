import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Inbox, MonitorUp } from 'lucide-react'
import { boardRanges, useCampusBoard, type BoardRange, type CampusBoard } from '../../data/board.ts'
import { useMe } from '../../data/session.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useText } from '../../i18n/use-text.ts'
import { dateText, dayOf, weekdayText } from '../../i18n/zoned-time.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { LoadFailure, PageState, Skeleton } from '../../parts/page-states/page-states.tsx'
import { useIsPhone } from '../../parts/use-is-phone.ts'
import { AnomalyCard } from './anomaly-card.tsx'
import { BoardFilters } from './board-filters.tsx'
import { ConsultantCard } from './consultant-card.tsx'
import { FigureRow } from './figure-row.tsx'
import { FunnelCard } from './funnel-card.tsx'
import { HeatMap } from './heat-map.tsx'
import { LatestLeadNote } from './latest-lead-note.tsx'
import { OverdueCard } from './overdue-card.tsx'
import { SourceCard } from './source-card.tsx'
import './board.css'

const useBoardAddress = () => {
  const search = useSearch({ strict: false }) as { range?: string; campus?: string }
  const navigate = useNavigate()
  return {
    range: boardRanges.find((one) => one === search.range) ?? 'week',
    campusId: search.campus,
    set: (next: { range?: BoardRange; campus?: string | undefined }): void =>
      void navigate({ to: '/board', search: { ...search, ...next }, replace: true }),
  }
}

/** 11月16日周一 – 11月21日周六 */
const useRangeText = (): ((range: CampusBoard['range']) => string) => {
  const { workspace } = useMe()
  const locale = useLocale()
  return ({ from, to }) => {
    const [first, last] = [dayOf(from, workspace.timeZone), dayOf(to, workspace.timeZone)]
    const words = (day: string): string => `${dateText(day, locale)}${locale === 'en' ? ', ' : ''}${weekdayText(day, locale)}`
    return first === last ? words(first) : `${words(first)} – ${words(last)}`
  }
}

function BoardBody({ board, range, campusId }: { board: CampusBoard; range: BoardRange; campusId: string | undefined }) {
  const text = useText(boardMessages)
  return (
    <div className="board">
      <FigureRow figures={board.figures} range={range} />
      <AnomalyCard board={board} />
      <OverdueCard overdue={board.overdue} />
      {board.leadCount === 0 ? (
        <section className="card board-wide">
          <PageState icon={Inbox} title={text('emptyTitle')} text={text('emptyText')} />
        </section>
      ) : (
        <>
          <HeatMap board={board} range={range} />
          <FunnelCard board={board} range={range} />
          <ConsultantCard board={board} range={range} campusId={campusId} />
          <SourceCard board={board} range={range} campusId={campusId} />
        </>
      )}
    </div>
  )
}

/** The manager's first page: what is abnormal and why, then the figures; each opens to its records. */
export function BoardPage() {
  const text = useText(boardMessages)
  const rangeText = useRangeText()
  const isPhone = useIsPhone()
  const { range, campusId, set } = useBoardAddress()
  const { data: board, error, refetch } = useCampusBoard({ range, campus: campusId })
  const filters = (
    <BoardFilters
      range={range}
      campusId={campusId}
      onRange={(next) => set({ range: next })}
      onCampus={(next) => set({ campus: next })}
    />
  )
  return (
    <>
      <TopBar
        title={text('title')}
        beside={
          !isPhone && (
            <>
              {filters}
              {board && <span className="t2 f12 nw board-range">{rangeText(board.range)}</span>}
            </>
          )
        }
      >
        {!isPhone && <LatestLeadNote />}
        {!isPhone && (
          <Link to={'/screen'} search={{ range, ...(campusId ? { campus: campusId } : {}) }} className="btn sm ghost">
            <MonitorUp size={14} aria-hidden="true" />
            {text('screen')}
          </Link>
        )}
      </TopBar>
      {isPhone && <div className="board-phone-filters">{filters}</div>}
      {error && !board ? (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      ) : !board ? (
        <Skeleton lines={12} />
      ) : (
        <BoardBody board={board} range={range} campusId={campusId} />
      )}
    </>
  )
}
