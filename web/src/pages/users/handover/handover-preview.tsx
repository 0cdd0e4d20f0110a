import type { HandoverPart, Share } from '../../../data/handover.ts'
import { usePersonName } from '../../../data/meta.ts'
import { handoverMessages } from '../../../i18n/messages/handover-messages.ts'
import { useLabel, useText } from '../../../i18n/use-text.ts'
import { Avatar } from '../../../parts/avatar.tsx'

/** Who gets how many of what, as the server worked it out. */
export function HandoverPreview({ shares, parts }: { shares: Share[]; parts: HandoverPart[] }) {
  const text = useText(handoverMessages)
  const label = useLabel()
  const personName = usePersonName()
  const partName = (key: string): string => {
    const part = parts.find((one) => one.key === key)
    return part ? label(part.label) : key
  }
  const people = [...Map.groupBy(shares, ({ userId }) => userId)]
    .map(([userId, own]) => ({ userId, own, total: own.reduce((sum, { count }) => sum + count, 0) }))
    .toSorted((a, b) => Number(a.userId === null) - Number(b.userId === null) || b.total - a.total)
  return (
    <ul className="handover-shares">
      {people.map(({ userId, own, total }) => (
        <li key={userId ?? ''}>
          <span className="row g8 nw">
            {userId !== null && <Avatar name={personName(userId)} />}
            <span className="b">{userId === null ? text('later') : personName(userId)}</span>
          </span>
          <span className="t2 f13">{own.map(({ part, count }) => `${partName(part)} ${count}`).join(' · ')}</span>
          <span className="num b">{total}</span>
        </li>
      ))}
    </ul>
  )
}
