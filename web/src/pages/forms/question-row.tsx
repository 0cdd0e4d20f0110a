import { SlidersHorizontal, X } from 'lucide-react'
import { formsMessages } from '../../i18n/messages/forms-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Switch } from '../../parts/admin-page/switch.tsx'
import { MoveButtons } from '../../parts/move-buttons.tsx'
import { QuestionDetails } from './question-details.tsx'
import { relabelled, type Question } from './questions.ts'

interface RowProps {
  question: Question
  /** What the field is called; the question reads so until it has words of its own. */
  name: string
  isFirst: boolean
  isLast: boolean
  /** Whether its details stand open below. */
  isOpen: boolean
  hasSlots: boolean
  onToggle(): void
  /** Up: -1, down: 1. */
  onMove(by: -1 | 1): void
  onChange(next: Question): void
  onRemove(): void
}

/** One question of a form: its words, whether it must be answered, its place, its details. */
export function QuestionRow(props: RowProps) {
  const { question, name, isOpen, hasSlots, onChange } = props
  const text = useText(formsMessages)
  return (
    <li>
      <span className="question-name ell">{name}</span>
      <input
        className="inp"
        aria-label={`${name} ${text('askAs')}`}
        placeholder={name}
        maxLength={80}
        value={question.label?.['zh-CN'] ?? ''}
        onChange={(event) => onChange(relabelled(question, event.target.value))}
      />
      <Switch
        checked={question.required}
        label={text('required')}
        onChange={(required) => onChange({ ...question, required })}
      />
      <QuestionTools {...props} />
      {isOpen && <QuestionDetails question={question} hasSlots={hasSlots} onChange={onChange} />}
    </li>
  )
}

function QuestionTools({ name, isFirst, isLast, isOpen, onToggle, onMove, onRemove }: RowProps) {
  const text = useText(formsMessages)
  return (
    <span className="question-tools">
      <button
        type="button"
        className="btn xs ghost icon"
        aria-expanded={isOpen}
        aria-label={text('details', { name })}
        onClick={onToggle}
      >
        <SlidersHorizontal size={14} />
      </button>
      <MoveButtons name={name} isFirst={isFirst} isLast={isLast} onMove={onMove} />
      <button
        type="button"
        className="btn xs ghost icon"
        // A form that asks nothing is no form: the last question stays.
        disabled={isFirst && isLast}
        aria-label={text('removeField', { name })}
        onClick={onRemove}
      >
        <X size={14} />
      </button>
    </span>
  )
}
