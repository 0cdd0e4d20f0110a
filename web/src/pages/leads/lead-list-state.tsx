import { Link } from '@tanstack/react-router'
import { Inbox, ListFilter } from 'lucide-react'
import { useCan } from '../../data/session.ts'
import { leadsMessages } from '../../i18n/messages/leads-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { PageState } from '../../parts/page-states/page-states.tsx'

/** A list without leads: because of what was asked, or because there are none yet. */
export function LeadListState({ isAsked, onClear }: { isAsked: boolean; onClear(): void }) {
  const text = useText(leadsMessages)
  const can = useCan()
  if (isAsked)
    return (
      <PageState icon={ListFilter} title={text('noMatchTitle')} text={text('noMatchText')}>
        <button type="button" className="btn" onClick={onClear}>
          {text('clearFilters')}
        </button>
      </PageState>
    )
  return (
    <PageState icon={Inbox} tone="acc" title={text('emptyTitle')} text={text('emptyText')}>
      <Link to={can('configure') ? '/settings/forms' : '/leads/new'} className="btn pri">
        {text(can('configure') ? 'emptyAction' : 'newLead')}
      </Link>
    </PageState>
  )
}
