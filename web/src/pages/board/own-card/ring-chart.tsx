import { boardEditorMessages } from '../../../i18n/messages/board-editor-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import { RecordsAnchor } from '../../../parts/records-anchor.tsx'
import { ringParts } from './chart-shapes.ts'
import { seriesColour } from './legend.tsx'
import type { FaceProps } from './face-props.ts'

/** Shares of a whole; beside the ring each part by name, the way to its records. */
export function RingChart({ figures, words, title }: FaceProps) {
  const text = useText(boardEditorMessages)
  const parts = [
    ...figures.groups.map(({ keys, value, query }) => ({ name: words.key(0, keys[0] ?? null), value, query })),
    ...(figures.others ? [{ name: text('others'), ...figures.others }] : []),
  ]
  const shapes = ringParts(parts.map(({ value }) => value))
  return (
    <div className="own-ring-face">
      <svg viewBox="0 0 42 42" role="img" aria-label={title}>
        <circle className="own-ring-ground" cx="21" cy="21" r="15.9155" />
        {shapes.map(({ start, length }, index) => (
          <circle
            key={parts[index]?.name}
            cx="21"
            cy="21"
            r="15.9155"
            style={{ stroke: seriesColour(index) }}
            strokeDasharray={`${Math.max(0, length - 0.6)} ${100 - Math.max(0, length - 0.6)}`}
            strokeDashoffset={25 - start}
          />
        ))}
      </svg>
      <ul>
        {parts.map(({ name, value, query }, index) => (
          <li key={name}>
            <RecordsAnchor query={query} about={`${title} · ${name}`} className="own-share">
              <i style={{ background: seriesColour(index) }} />
              <span className="ell t2" title={name}>
                {name}
              </span>
              <span className="r b nw" title={words.exact(value)}>
                {words.figure(value)}
              </span>
              <span className="r t3 f12">{Math.round(shapes[index]?.length ?? 0)}%</span>
            </RecordsAnchor>
          </li>
        ))}
      </ul>
    </div>
  )
}
