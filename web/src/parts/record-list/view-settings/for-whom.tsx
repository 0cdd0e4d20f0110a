import { useCan } from '../../../data/session.ts'
import { listMessages } from '../../../i18n/messages/list-messages.ts'
import { recordViewsMessages } from '../../../i18n/messages/record-views-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import type { SettingsPartProps } from './view-draft.ts'

/** A view is one's own, or for everybody: the latter is up to those who configure. */
export function ForWhom({ draft, onChange }: Omit<SettingsPartProps, 'object'>) {
  const text = useText(recordViewsMessages)
  const words = useText(listMessages)
  const can = useCan()
  if (!can('configure')) return null
  return (
    <div className="seg" role="radiogroup" aria-label={text('forWhom')}>
      {[false, true].map((isForAll) => (
        <button
          key={String(isForAll)}
          type="button"
          role="radio"
          aria-checked={(draft.ownerId === null) === isForAll}
          onClick={() => onChange({ ownerId: isForAll ? null : '' })}
        >
          {words(isForAll ? 'forAll' : 'onlyMe')}
        </button>
      ))}
    </div>
  )
}
