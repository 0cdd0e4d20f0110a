import { useState } from 'react'
import { CircleAlert, OctagonX } from 'lucide-react'
import type { Plan, PlanPart } from '../../data/config-history.ts'
import { joined } from '../../i18n/joined.ts'
import { changesMessages } from '../../i18n/messages/changes-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Chip } from '../../parts/chip.tsx'

const tones = { create: 'ok', change: 'acc', remove: 'warn' } as const
const SHOWN = 6

/** One part: what, where, from what to what. */
export function PartItem({ part }: { part: PlanPart }) {
  const text = useText(changesMessages)
  const [isOpen, setOpen] = useState(false)
  const shown = isOpen ? part.differences : part.differences.slice(0, SHOWN)
  return (
    <li className="change">
      <div className="row g8 wrap">
        <Chip tone={tones[part.action]}>{text(part.action)}</Chip>
        <span className="t3">{part.kindLabel}</span>
        <b>{part.title}</b>
      </div>
      {shown.map(({ place, before, after }, index) => (
        <p key={index} className="change-line">
          <span className="t2">{place.join(' · ')}</span>
          {before !== '' && <del>{before}</del>}
          {before !== '' && after !== '' && <span aria-hidden="true">→</span>}
          {after !== '' && (
            <ins>
              {before === '' && '+ '}
              {after}
            </ins>
          )}
        </p>
      ))}
      {part.differences.length > shown.length && (
        <button type="button" className="btn sm ghost" onClick={() => setOpen(true)}>
          {text('more', { n: part.differences.length - shown.length })}
        </button>
      )}
      {part.risk && (
        <p className={`change-risk ${part.risk.level}`}>
          {part.risk.level === 'stop' ? (
            <OctagonX size={14} aria-hidden="true" />
          ) : (
            <CircleAlert size={14} aria-hidden="true" />
          )}
          {part.risk.text}
        </p>
      )}
    </li>
  )
}

const countOf = (parts: readonly PlanPart[], action: PlanPart['action']): number =>
  parts.filter((part) => part.action === action).length

/** What a plan would do; what needs a decision comes first. */
export function PlanList({ plan }: { plan: Pick<Plan, 'parts' | 'dangling'> }) {
  const text = useText(changesMessages)
  const { parts, dangling } = plan
  if (parts.length === 0 && dangling.length === 0) return <p className="hint">{text('nothingToDo')}</p>
  const place = (part: PlanPart): number => (part.risk ? 0 : 1 + Object.keys(tones).indexOf(part.action))
  const ordered = parts.toSorted((a, b) => place(a) - place(b))
  return (
    <>
      {dangling.length > 0 && (
        <div className="change-risk stop">
          <OctagonX size={14} aria-hidden="true" />
          <span>{text('danglingHint', { names: joined(dangling.map(({ place, name }) => `${name} (${place})`)) })}</span>
        </div>
      )}
      <p className="hint">
        {text('planCount', {
          create: countOf(parts, 'create'),
          change: countOf(parts, 'change'),
          remove: countOf(parts, 'remove'),
        })}
      </p>
      <ul className="changes">
        {ordered.map((part, index) => (
          <PartItem key={`${part.kind} ${part.id} ${part.title} ${index}`} part={part} />
        ))}
      </ul>
    </>
  )
}

/** How many parts wait for a yes. */
export const risksIn = (parts: readonly PlanPart[]): number => parts.filter((part) => part.risk?.level === 'ask').length
