import { ChevronDown, ChevronRight } from 'lucide-react'
import { leadsMessages } from '../../i18n/messages/leads-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import type { RecordRow } from './record-rows.ts'

interface GroupRowProps {
  row: Extract<RecordRow, { kind: 'group' }>
  span: number
  isFolded: boolean
  onFold(): void
}

/** The head of records that are due alike; a click folds them away. */
export function GroupRow({ row, span, isFolded, onFold }: GroupRowProps) {
  const text = useText(leadsMessages)
  const Icon = isFolded ? ChevronRight : ChevronDown
  return (
    <tr className="group-row">
      <th colSpan={span} scope="colgroup">
        <button type="button" aria-expanded={!isFolded} onClick={onFold}>
          <Icon size={12} className="t3" aria-hidden="true" />
          <span className={row.group === 'overdue' ? 'err' : ''}>{text(row.group)}</span>
          <span className="count">
            {row.count}
            {row.isOpenEnded && '+'}
          </span>
        </button>
      </th>
    </tr>
  )
}
