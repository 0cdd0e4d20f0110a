import { useState } from 'react'
import { useAssignmentDecisions, useSlaClock } from '../../data/explain.ts'
import { useMe } from '../../data/session.ts'
import { todayMessages } from '../../i18n/messages/today-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useText } from '../../i18n/use-text.ts'
import { momentText } from '../../i18n/zoned-time.ts'
import { Dialog } from '../../parts/dialog/dialog.tsx'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { useNow } from '../../parts/use-now.ts'
import { AssignmentWhy } from '../../parts/why-panel/assignment-why.tsx'
import { DueWhy } from '../../parts/why-panel/due-why.tsx'

function Reasons({ leadId }: { leadId: string }) {
  const text = useText(todayMessages)
  const locale = useLocale()
  const now = useNow()
  const { workspace } = useMe()
  const { timeZone } = workspace
  const { data: decisions, error, refetch } = useAssignmentDecisions(leadId)
  const { data: clock } = useSlaClock(leadId)
  if (error && !decisions) return <LoadFailure error={error} onRetry={() => void refetch()} />
  if (!decisions) return <Skeleton lines={5} />
  const latest = decisions[0]
  const level = clock?.levels.find(({ status }) => status === 'pending') ?? clock?.levels.at(-1)
  return (
    <>
      {latest ? (
        <AssignmentWhy explanation={latest.explanation} at={momentText(latest.at, now, { timeZone, locale })} />
      ) : (
        <p className="t2">{text('noDecision')}</p>
      )}
      {level && <DueWhy explanation={level.explanation} timeZone={timeZone} now={now} />}
    </>
  )
}

/** Why this lead is mine and why by then, without leaving the page: the countdown goes on. */
export function WhyMe({ leadId }: { leadId: string }) {
  const text = useText(todayMessages)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="link f13 why-me" onClick={() => setOpen(true)}>
        {text('whyMe')}
      </button>
      {isOpen && (
        <Dialog title={text('whyMe')} className="dialog why-dialog" onClose={() => setOpen(false)}>
          <Reasons leadId={leadId} />
          <footer>
            <button type="button" className="btn touch-on-phone" onClick={() => setOpen(false)}>
              {text('understood')}
            </button>
          </footer>
        </Dialog>
      )}
    </>
  )
}
