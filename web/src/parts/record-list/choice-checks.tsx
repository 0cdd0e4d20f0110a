import { useState } from 'react'
import type { Choice, FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import { listMessages } from '../../i18n/messages/list-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import type { ConditionField } from '../condition-builder/condition-fields.ts'
import { useChoices } from '../condition-builder/record-choices.ts'
import { objectsPointedAt } from '../../data/meta.ts'

interface ChoiceChecksProps {
  field: ConditionField
  chosen: readonly string[]
  tools: FieldTools
  onChange(ids: string[]): void
}

/** More than this and one types to find. */
const enoughToSee = 9
const mostShown = 100

/** Of a relation, what the words find among all records; of everything else, the choices whose name holds them. */
const useFound = ({ field, tools }: ChoiceChecksProps, words: string): Choice[] => {
  const choices = useChoices(field, tools, words)
  if (objectsPointedAt(field.field).length > 0) return choices
  return choices.filter(({ title, note }) => `${title} ${note ?? ''}`.toLowerCase().includes(words.toLowerCase()))
}

/** Any of several, by ticking. */
export function ChoiceChecks(props: ChoiceChecksProps) {
  const { field, chosen, onChange } = props
  const text = useText(listMessages)
  const [words, setWords] = useState('')
  const found = useFound(props, words.trim()).slice(0, mostShown)
  const canSearch = objectsPointedAt(field.field).length > 0 || words !== '' || found.length > enoughToSee
  const toggle = (id: string): void => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <>
      {canSearch && (
        <input
          className="inp filter-find"
          type="search"
          aria-label={text('findChoice')}
          placeholder={text('findChoice')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      <div role="group" aria-label={field.title} className="filter-choices">
        {found.map(({ id, title, note }) => (
          <label key={id} className="item">
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            {title}
            {note && <span className="t3 f12">{note}</span>}
          </label>
        ))}
        {found.length === 0 && <p className="t3 f13 filter-none">{text('noChoice')}</p>}
      </div>
    </>
  )
}
