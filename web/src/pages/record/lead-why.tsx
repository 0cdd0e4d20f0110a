import { useNavigate } from '@tanstack/react-router'
import { useAssignmentDecisions, useSlaClock } from '../../data/explain.ts'
import { useCan, useMe } from '../../data/session.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { momentText } from '../../i18n/zoned-time.ts'
import { useNow } from '../../parts/use-now.ts'
import { AssignmentWhy } from '../../parts/why-panel/assignment-why.tsx'
import { DueWhy } from '../../parts/why-panel/due-why.tsx'

/** Why this owner, and why this due time: the facts as they were. */
export function LeadWhy({ id, onReassign }: { id: string; onReassign(): void }) {
  const { workspace } = useMe()
  const locale = useLocale()
  const now = useNow()
  const can = useCan()
  const navigate = useNavigate()
  const latest = useAssignmentDecisions(id).data?.[0]
  const clock = useSlaClock(id).data
  const level = clock?.levels.find(({ status }) => status === 'pending') ?? clock?.levels[0]
  const openRule = (ruleId: string): void => void navigate({ to: '/rules', search: { rule: ruleId } })
  return (
    <>
      {latest && (
        <AssignmentWhy
          explanation={latest.explanation}
          at={momentText(latest.at, now, { timeZone: workspace.timeZone, locale })}
          {...(can('assign') ? { onReassign } : {})}
          {...(can('configure') ? { onOpenRule: openRule, onTryRule: openRule } : {})}
        />
      )}
      {level && <DueWhy explanation={level.explanation} timeZone={workspace.timeZone} now={now} />}
    </>
  )
}
