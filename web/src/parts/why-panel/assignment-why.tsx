import { useState, type ReactNode } from 'react'
import { Check, ChevronDown, ChevronUp, Scale, X } from 'lucide-react'
import type { AssignmentExplanation, Label } from '@jieli/core'
import { assignmentStrategies } from '@jieli/extensions/assignment-strategies'
import { joined } from '../../i18n/joined.ts'
import { whyMessages } from '../../i18n/messages/why-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { CandidateTable, useLossText } from './candidate-table.tsx'

type RuleTried = AssignmentExplanation['rules'][number]

interface AssignmentWhyProps {
  explanation: AssignmentExplanation
  /** 「昨天19:42」: when, in words. */
  at: string
  onOpenRule?(ruleId: string): void
  onReassign?(): void
  onTryRule?(ruleId: string): void
}

function RuleFacts({
  rule,
  prefix,
  onOpenRule,
}: {
  rule: RuleTried
  prefix: string
  onOpenRule?: ((id: string) => void) | undefined
}) {
  const text = useText(whyMessages)
  const name = `${rule.label} v${rule.version}`
  return (
    <>
      <span className="t2">
        {prefix}
        {onOpenRule ? (
          <button type="button" className="link" onClick={() => onOpenRule(rule.ruleId)}>
            {name}
          </button>
        ) : (
          name
        )}
        {rule.verdict === 'not-matched' && ` ${text('notMatched')}`}
        {rule.verdict === 'nobody-available' && ` ${text('nobodyAvailable')}`}
      </span>
      {rule.clauses
        .filter(({ holds }) => rule.verdict !== 'not-matched' || !holds)
        .map((clause, index) => (
          <span key={index} title={joined(clause.read.map(({ field, value }) => `${field} ${value}`))}>
            {clause.holds ? <Check size={14} className="ok" aria-label="✓" /> : <X size={14} className="err" aria-label="✗" />}
            {clause.sentence}
          </span>
        ))}
    </>
  )
}

/** A strategy as people know it; one that is no longer installed keeps the name it was stored under. */
const useStrategyLabel = (): ((name: string) => string) => {
  const label = useLabel()
  const known: Record<string, { label: Label }> = assignmentStrategies
  return (name) => (known[name] ? label(known[name].label) : name)
}

function TieLine({ rule, winner }: { rule: RuleTried; winner: string | undefined }) {
  const text = useText(whyMessages)
  const strategyLabel = useStrategyLabel()
  const lossText = useLossText()
  const outs = Map.groupBy(
    rule.candidates.filter(({ eligible }) => !eligible),
    lossText,
  )
  const parts: string[] = []
  if (winner && rule.strategy) parts.push(text('by', { strategy: strategyLabel(rule.strategy), name: winner }))
  for (const [reason, people] of outs)
    if (reason)
      parts.push(
        text('outReasons', {
          names: joined(people.slice(0, 3).map(({ name }) => name)) + (people.length > 3 ? '…' : ''),
          reason,
        }),
      )
  if (rule.tieBreak)
    parts.push(
      text(
        { 'longest-wait': 'tieLongestWait', 'fewest-in-hand': 'tieFewest', 'fixed-order': 'tieFixed' }[
          rule.tieBreak
        ] as 'tieFixed',
      ),
    )
  return parts.length === 0 ? null : (
    <p className="why-tie">
      <Scale size={14} className="t3" aria-hidden="true" />
      <span>{joined(parts, 'parts')}</span>
    </p>
  )
}

/** 分配溯源 in four fixed parts: the conclusion, the evidence, what can be done, and what the figures rest on. */
export function AssignmentWhy({ explanation, at, onOpenRule, onReassign, onTryRule }: AssignmentWhyProps) {
  const text = useText(whyMessages)
  const [isOpen, setOpen] = useState(true)
  const deciding = explanation.rules.findLast(({ verdict }) => verdict === 'matched') ?? explanation.rules.at(-1)
  const winner = explanation.rules
    .flatMap(({ candidates }) => candidates)
    .find(({ userId }) => userId === explanation.winnerId)?.name
  const title =
    explanation.outcome === 'queued'
      ? text('queued')
      : text(explanation.outcome === 'kept-owner' ? 'kept' : 'assignedTo', { name: winner ?? '' })
  return (
    <section className="sec why" aria-label={text('provenance')}>
      <h3>
        {title}
        <span className="count">{at}</span>
        <span className="sp" />
        <button
          type="button"
          className="btn xs ghost icon"
          aria-expanded={isOpen}
          aria-label={text(isOpen ? 'collapse' : 'expand')}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? <ChevronUp size={14} /> : <ChevronDown size={14} />}
        </button>
      </h3>
      {isOpen && deciding && (
        <>
          <div className="why-rules">
            <RuleFacts rule={deciding} prefix={`${text('rule')} `} onOpenRule={onOpenRule} />
            {explanation.rules
              .filter((rule) => rule !== deciding)
              .map((rule) => (
                <RuleFacts key={rule.ruleId} rule={rule} prefix={`${text('earlierRule')} `} onOpenRule={onOpenRule} />
              ))}
          </div>
          {deciding.candidates.length > 0 && <CandidateTable candidates={deciding.candidates} />}
          {explanation.outcome === 'queued' ? (
            <p className="why-tie">{text('queueOutcome')}</p>
          ) : (
            <TieLine rule={deciding} winner={winner} />
          )}
          <WhyActions>
            {onReassign && (
              <button type="button" className="link" onClick={onReassign}>
                {text('reassign')}
              </button>
            )}
            {onTryRule && (
              <button type="button" className="link" onClick={() => onTryRule(deciding.ruleId)}>
                {text('trial')}
              </button>
            )}
          </WhyActions>
        </>
      )}
    </section>
  )
}

function WhyActions({ children }: { children: ReactNode }) {
  const text = useText(whyMessages)
  return (
    <div className="row g16 f12" style={{ marginTop: 6, flexWrap: 'wrap' }}>
      {children}
      <span className="sp" />
      <span className="t3">{text('asOfThen')}</span>
    </div>
  )
}
