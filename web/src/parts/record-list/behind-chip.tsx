import { X } from 'lucide-react'
import type { Expression } from '@jieli/core'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { listMessages } from '../../i18n/messages/list-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { useConditionText } from '../condition-builder/condition-fields.ts'

/** A condition that lists hundreds of records is no sentence for people. */
const longestRead = 2_000

interface BehindChipProps {
  object: ObjectMeta
  where: Expression
  about: string | undefined
  onRemove(): void
}

/** The figure these records stand behind: its name, and the whole condition as a sentence on pointing at it. */
export function BehindChip({ object, where, about, onRemove }: BehindChipProps) {
  const text = useText(listMessages)
  const isReadable = JSON.stringify(where).length < longestRead
  const conditionText = useConditionText(object, isReadable ? [where] : [])
  const sentence = isReadable ? conditionText(where) : ''
  const name = about || sentence || text('chosenRecords')
  return (
    <span className="filter-chip behind-chip" title={sentence}>
      <b className="ell">{name}</b>
      <button type="button" className="filter-remove" aria-label={text('removeFilter', { name })} onClick={onRemove}>
        <X size={12} />
      </button>
    </span>
  )
}
