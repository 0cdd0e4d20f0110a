import type { FieldMeta } from '../../../data/meta-shapes.ts'
import { optionsOf } from '../../../data/meta.ts'
import { leadsMessages } from '../../../i18n/messages/leads-messages.ts'
import { useLabel, useText } from '../../../i18n/use-text.ts'

/** How far the lead is. The last option, leaving, is not a step: it shows only when it is the case. */
export function StageBar({ field, value }: { field: FieldMeta | undefined; value: unknown }) {
  const text = useText(leadsMessages)
  const label = useLabel()
  const options = optionsOf(field).filter(({ archived }) => !archived)
  if (options.length === 0) return null
  const steps = options.at(-1)?.id === value ? options : options.slice(0, -1)
  const at = steps.findIndex(({ id }) => id === value)
  return (
    <ol
      className="stage-bar"
      aria-label={text('stage')}
      style={{ gridTemplateColumns: `repeat(${steps.length}, minmax(0, 1fr))` }}
    >
      {steps.map(({ id, label: words }, index) => (
        <li
          key={id}
          className={index < at ? 'done' : index === at ? 'now' : ''}
          aria-current={index === at ? 'step' : undefined}
        >
          {label(words)}
        </li>
      ))}
    </ol>
  )
}
