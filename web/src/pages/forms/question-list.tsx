import { useState } from 'react'
import { Plus } from 'lucide-react'
import type { Field, ObjectType } from '@jieli/core'
import { publicInputOf } from '@jieli/extensions/field-types/public-inputs'
import { formsMessages } from '../../i18n/messages/forms-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { moveItem } from '../../parts/record-list/move-item.ts'
import { QuestionRow } from './question-row.tsx'
import { asksForContact, freeFieldsOf, mostComfortable, mostQuestions, type Question } from './questions.ts'

interface QuestionListProps {
  questions: Question[]
  object: ObjectType | undefined
  fixed: string[]
  onChange(next: Question[]): void
}

/** Which fields are asked, in which order, in whose words. */
export function QuestionList({ questions, object, fixed, onChange }: QuestionListProps) {
  const text = useText(formsMessages)
  const label = useLabel()
  const [openName, setOpen] = useState<string | null>(null)
  const fields = object?.fields ?? []
  const free = freeFieldsOf(fields, questions, fixed)
  return (
    <>
      <ol className="questions">
        {questions.map((question, at) => {
          // The field may have been deleted since: its question is still shown, by its API name, to be taken away.
          const field = fields.find(({ name }) => name === question.name)
          return (
            <QuestionRow
              key={question.name}
              question={question}
              name={label(field?.label ?? { 'zh-CN': question.name })}
              isFirst={at === 0}
              isLast={at === questions.length - 1}
              isOpen={openName === question.name}
              hasSlots={publicInputOf(field?.type ?? '')?.offersSlots === true}
              onToggle={() => setOpen(openName === question.name ? null : question.name)}
              onMove={(by) => onChange(moveItem(questions, at, at + by))}
              onChange={(next) => onChange(questions.with(at, next))}
              onRemove={() => onChange(questions.toSpliced(at, 1))}
            />
          )
        })}
      </ol>
      {!asksForContact(fields, questions) && (
        <p className="field-note err" role="status">
          {text('needsContact')}
        </p>
      )}
      {questions.length > mostComfortable && <p className="field-note warn">{text('tooMany', { n: questions.length })}</p>}
      {free.length > 0 && questions.length < mostQuestions && (
        <AddQuestion free={free} onAdd={(name) => onChange([...questions, { name, required: false }])} />
      )}
    </>
  )
}

function AddQuestion({ free, onAdd }: { free: Field[]; onAdd(name: string): void }) {
  const text = useText(formsMessages)
  const label = useLabel()
  return (
    <label className="row g8">
      <Plus size={14} className="t3" aria-hidden="true" />
      <select
        className="inp question-add"
        aria-label={text('addQuestion')}
        value=""
        onChange={(event) => onAdd(event.target.value)}
      >
        <option value="">{text('addQuestion')}</option>
        {free.map((field) => (
          <option key={field.name} value={field.name}>
            {label(field.label)}
          </option>
        ))}
      </select>
    </label>
  )
}
