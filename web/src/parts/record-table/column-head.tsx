import type { View } from '@jieli/core'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { leadsMessages } from '../../i18n/messages/leads-messages.ts'
import { listMessages } from '../../i18n/messages/list-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { ComputingMark } from '../computing-mark.tsx'
import { fieldTypeOf } from '../condition-builder/condition-fields.ts'
import { nextSort } from '../record-list/list-draft.ts'
import { isRightAligned } from './column-widths.ts'

/** 下一步 stands for the pair: it is sorted by when. */
const sortFieldOf = (field: FieldMeta): string => (field.name === 'nextAction' ? 'nextAt' : field.name)
const isSortable = (field: FieldMeta): boolean => {
  const type = fieldTypeOf(field.type)
  return (
    field.right !== 'mask' &&
    !field.covered &&
    type !== undefined &&
    !type.isOpaque &&
    type.valueType !== 'list' &&
    type.valueType !== 'id' &&
    !type.targets
  )
}

interface ColumnHeadProps {
  object: string
  field: FieldMeta
  sort: View['sort']
  onSort(sort: View['sort']): void
}

/** The name of a column; where the field can be ordered, a button that sorts by it, the other way round, not at all. */
export function ColumnHead({ object, field, sort, onSort }: ColumnHeadProps) {
  const text = useText(leadsMessages)
  const words = useText(listMessages)
  const label = useLabel()
  const name = field.name === 'nextAction' ? text('nextAndDue') : label(field.label)
  const sorted = sort[0]?.field === sortFieldOf(field) ? sort[0].direction : undefined
  const Arrow = sorted === 'desc' ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      className={isRightAligned(field) ? 'r' : ''}
      aria-sort={sorted === undefined ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
    >
      {isSortable(field) ? (
        <button
          type="button"
          className="column-head"
          title={words(sorted === undefined ? 'sortAsc' : sorted === 'asc' ? 'sortDesc' : 'sortNone', { name })}
          onClick={() => onSort(nextSort(sort, sortFieldOf(field)))}
        >
          <span className="ell">{name}</span>
          {sorted && <Arrow size={12} aria-hidden="true" />}
        </button>
      ) : (
        name
      )}
      {field.readOnly && <ComputingMark object={object} field={field.name} />}
    </th>
  )
}
