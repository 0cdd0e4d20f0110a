import { useId } from 'react'
import type { QueryCard } from '@jieli/core'
import { useMeta } from '../../../data/meta.ts'
import { boardEditorMessages } from '../../../i18n/messages/board-editor-messages.ts'
import { useLabel, useText } from '../../../i18n/use-text.ts'
import { ofObject } from './board-draft.ts'

/** Its name, and the records it asks. */
export function AboutCard({ draft, onChange }: { draft: QueryCard; onChange(next: QueryCard): void }) {
  const text = useText(boardEditorMessages)
  const label = useLabel()
  const { objects } = useMeta()
  const id = useId()
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-title`}>{text('cardTitle')}</label>
        <input
          id={`${id}-title`}
          className="inp"
          maxLength={40}
          placeholder={text('titleExample')}
          value={draft.title['zh-CN']}
          onChange={({ target }) => onChange({ ...draft, title: { ...draft.title, 'zh-CN': target.value } })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-object`}>{text('object')}</label>
        <select
          id={`${id}-object`}
          className="inp"
          value={draft.object}
          onChange={({ target }) => onChange(ofObject(draft, target.value))}
        >
          {objects.map((object) => (
            <option key={object.name} value={object.name}>
              {label(object.label)}
            </option>
          ))}
        </select>
      </div>
    </>
  )
}
