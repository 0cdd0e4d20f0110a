import { ChevronDown } from 'lucide-react'
import { boardRanges, useCampuses, type BoardRange } from '../../data/board.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { PopoverMenu } from '../../parts/dialog/popover-menu.tsx'

interface BoardFiltersProps {
  range: BoardRange
  campusId: string | undefined
  onRange(range: BoardRange): void
  onCampus(id: string | undefined): void
}

export function BoardFilters({ range, campusId, onRange, onCampus }: BoardFiltersProps) {
  const text = useText(boardMessages)
  const campuses = useCampuses().data ?? []
  const chosen = campuses.find(({ id }) => id === campusId)
  return (
    <>
      <PopoverMenu
        label={text('chooseCampus')}
        trigger={
          <>
            {chosen?.name ?? text('allCampuses')}
            {!chosen && campuses.length > 0 && <span className="t3">{campuses.length}</span>}
            <ChevronDown size={14} aria-hidden="true" />
          </>
        }
      >
        {(close) =>
          [{ id: undefined, name: text('allCampuses'), city: '' }, ...campuses].map(({ id, name, city }) => (
            <button
              key={id ?? ''}
              type="button"
              className={`item${id === campusId ? ' b' : ''}`}
              aria-current={id === campusId}
              onClick={() => {
                onCampus(id)
                close()
              }}
            >
              {name}
              <span className="sp" />
              <span className="t3 f12">{city}</span>
            </button>
          ))
        }
      </PopoverMenu>
      <div className="seg" role="radiogroup" aria-label={text('range')}>
        {boardRanges.map((one) => (
          <button key={one} type="button" role="radio" aria-checked={range === one} onClick={() => onRange(one)}>
            {text(one)}
          </button>
        ))}
      </div>
    </>
  )
}
