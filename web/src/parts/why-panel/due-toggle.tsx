import { useState } from 'react'
import { useSlaClock } from '../../data/explain.ts'
import { useMe } from '../../data/session.ts'
import { whyMessages } from '../../i18n/messages/why-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Dialog } from '../dialog/dialog.tsx'
import { useNow } from '../use-now.ts'
import { DueWhy } from './due-why.tsx'

/** 为什么, beside a due time that a rule made. Nothing where no rule did. */
export function DueToggle({ leadId }: { leadId: string }) {
  const text = useText(whyMessages)
  const now = useNow()
  const { workspace } = useMe()
  const { data: clock } = useSlaClock(leadId)
  const [isOpen, setOpen] = useState(false)
  const level = clock?.levels.find(({ status }) => status === 'pending') ?? clock?.levels.at(-1)
  // Once somebody has followed up, the next step's time is theirs, not the rule's.
  if (!clock || !level || clock.stoppedAt) return null
  return (
    <>
      <button type="button" className="link f12" onClick={() => setOpen(true)}>
        {text('why')}
      </button>
      {isOpen && (
        <Dialog title={clock.ruleLabel} className="dialog why-dialog" onClose={() => setOpen(false)}>
          <DueWhy explanation={level.explanation} timeZone={workspace.timeZone} now={now} />
        </Dialog>
      )}
    </>
  )
}
