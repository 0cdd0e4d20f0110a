import { ArrowRightLeft } from 'lucide-react'
import type { Outcome } from '@jieli/core'
import { fieldOf, optionsOf, useObject } from '../../data/meta.ts'
import { useRecord } from '../../data/records.ts'
import { useMe } from '../../data/session.ts'
import { joined } from '../../i18n/joined.ts'
import { followUpMessages } from '../../i18n/messages/follow-up-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { momentText } from '../../i18n/zoned-time.ts'
import { useNow } from '../use-now.ts'

interface EffectProps {
  outcome: Outcome
  leadId: string
  action: string
  at: string | null
}

/** What will change, said before saving. */
export function FollowUpEffect({ outcome, leadId, action, at }: EffectProps) {
  const text = useText(followUpMessages)
  const label = useLabel()
  const locale = useLocale()
  const now = useNow()
  const { workspace } = useMe()
  const stages = optionsOf(fieldOf(useObject('lead'), 'stage'))
  const { data } = useRecord('lead', leadId)
  const nameOf = (id: unknown): string => {
    const option = stages.find((one) => one.id === id)
    return option ? label(option.label) : ''
  }
  const [from, to] = [nameOf(data?.record.values['stage']), nameOf(outcome.stage)]
  const parts = [
    to && from && to !== from ? text('effectStage', { from, to }) : text('effectStage2'),
    outcome.closes
      ? text('effectCloses')
      : action && at
        ? text('effectTask', { when: momentText(at, now, { timeZone: workspace.timeZone, locale }), action })
        : '',
  ]
  return (
    <p className="sheet-effect">
      <ArrowRightLeft size={14} className="t3" aria-hidden="true" />
      <span>{joined(parts.filter(Boolean), 'parts')}</span>
    </p>
  )
}
