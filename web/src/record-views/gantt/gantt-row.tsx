/** Where a bar stands, in days from the left. */
export interface Bar {
  begin: number
  days: number
}

interface GanttRowProps {
  name: string
  /** Null: outside what is shown. */
  bar: Bar | null
  /** How many days are shown, and which of them is today; it may lie outside. */
  length: number
  now: number
  tone: string
  onOpen(): void
}

/** A record's name, and its bar over the days. */
export function GanttRow({ name, bar, length, now, tone, onOpen }: GanttRowProps) {
  const share = (days: number): string => `${(days / length) * 100}%`
  return (
    <div className="rv-gantt-row">
      <button type="button" className="card-title ell" onClick={onOpen}>
        {name}
      </button>
      <div className="rv-gantt-track">
        {now >= 0 && now < length && <i className="rv-now" style={{ insetInlineStart: share(now + 0.5) }} />}
        {bar && (
          <button
            type="button"
            tabIndex={-1}
            aria-label={name}
            className={`rv-bar ${tone}`}
            style={{ insetInlineStart: share(bar.begin), width: share(bar.days) }}
            onClick={onOpen}
          />
        )}
      </div>
    </div>
  )
}
