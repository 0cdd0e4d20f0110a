import { ArrowDown, ArrowUp, GripVertical, History } from 'lucide-react'
import type { AssignmentRule } from '@jieli/core'
import { adminMessages } from '../../i18n/messages/admin-messages.ts'
import { rulesMessages } from '../../i18n/messages/rules-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Switch } from '../../parts/admin-page/switch.tsx'
import { Chip } from '../../parts/chip.tsx'
import type { Phrase, RulePart } from './rule-sentence.ts'

export function Sentence({
  phrases,
  onPart,
  current,
}: {
  phrases: Phrase[]
  onPart(part: RulePart): void
  current?: RulePart | null
}) {
  return (
    <p className="rule-sentence">
      {phrases.map(({ text, part }, index) =>
        part ? (
          // A button is one box and cannot break between lines as words do.
          <span
            key={index}
            role="button"
            tabIndex={0}
            className={`word ${part}${current === part ? ' on' : ''}`}
            onClick={() => onPart(part)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === ' ') {
                event.preventDefault()
                onPart(part)
              }
            }}
          >
            {text}
          </span>
        ) : (
          <span key={index}>{text}</span>
        ),
      )}
    </p>
  )
}

interface RuleRowProps {
  rule: AssignmentRule
  at: number
  count: number
  isChanged: boolean
  isNew: boolean
  phrases: Phrase[]
  onOpen(part?: RulePart): void
  onHistory(): void
  onToggle(enabled: boolean): void
  /** To another place in the order. */
  onMove(to: number): void
  /** The rule at that place was dropped here. */
  onDropped(from: number): void
}

/** One rule in its order: name, sentence, switch. Dragged by its handle or moved by the arrows. */
export function RuleRow({
  rule,
  at,
  count,
  isChanged,
  isNew,
  phrases,
  onOpen,
  onHistory,
  onToggle,
  onMove,
  onDropped,
}: RuleRowProps) {
  const text = useText(rulesMessages)
  const admin = useText(adminMessages)
  return (
    <li
      className={`rule${rule.enabled ? '' : ' off'}`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        onDropped(Number(event.dataTransfer.getData('text/plain')))
      }}
    >
      <span
        className="rule-handle"
        draggable
        title={text('drag')}
        aria-hidden="true"
        onDragStart={(event) => event.dataTransfer.setData('text/plain', String(at))}
      >
        <GripVertical size={16} />
      </span>
      <span className="rule-number">{at + 1}</span>
      <div className="rule-main">
        <div className="row g8 wrap">
          <button type="button" className="rule-name" onClick={() => onOpen()}>
            {rule.label}
          </button>
          {isChanged ? <Chip tone="acc">{text('draft')}</Chip> : null}
          {!isNew && <Chip>{text('inForce', { n: rule.version })}</Chip>}
          {!rule.enabled && <Chip tone="warn">{text('isOff')}</Chip>}
        </div>
        <Sentence phrases={phrases} onPart={onOpen} />
      </div>
      <div className="rule-tools">
        <button
          type="button"
          className="btn xs ghost icon"
          disabled={at === 0}
          aria-label={admin('moveUp', { name: rule.label })}
          onClick={() => onMove(at - 1)}
        >
          <ArrowUp size={14} />
        </button>
        <button
          type="button"
          className="btn xs ghost icon"
          disabled={at === count - 1}
          aria-label={admin('moveDown', { name: rule.label })}
          onClick={() => onMove(at + 1)}
        >
          <ArrowDown size={14} />
        </button>
        {!isNew && (
          <button
            type="button"
            className="btn xs ghost icon"
            aria-label={text('historyOf', { name: rule.label })}
            onClick={onHistory}
          >
            <History size={14} />
          </button>
        )}
        <Switch checked={rule.enabled} onChange={onToggle} label={text('enabled', { name: rule.label })} hidesLabel />
      </div>
    </li>
  )
}
