import { Inbox, ListFilter } from 'lucide-react'
import { useCan } from '../../data/session.ts'
import { listMessages } from '../../i18n/messages/list-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { PageState } from '../../parts/page-states/page-states.tsx'

interface EmptyListProps {
  name: string
  isAsked: boolean
  mayCreate: boolean
  onClear(): void
  onCreate(): void
}

/** Nothing to show: because of what was asked, or because nobody has made a record yet. */
export function EmptyList({ name, isAsked, mayCreate, onClear, onCreate }: EmptyListProps) {
  const text = useText(listMessages)
  const can = useCan()
  if (isAsked)
    return (
      <PageState icon={ListFilter} title={text('noMatchTitle', { name })} text={text('noMatchText')}>
        <button type="button" className="btn" onClick={onClear}>
          {text('clearFilters')}
        </button>
      </PageState>
    )
  return (
    <PageState
      icon={Inbox}
      tone="acc"
      title={text('emptyTitle', { name })}
      text={text(mayCreate ? (can('import') ? 'emptyText' : 'emptyTextOne') : 'emptyTextRead')}
    >
      {mayCreate && (
        <button type="button" className="btn pri" onClick={onCreate}>
          {text('create', { name })}
        </button>
      )}
    </PageState>
  )
}
