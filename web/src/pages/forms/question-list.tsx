import { useState } from 'react'
import { ArrowDown, ArrowUp, Plus, SlidersHorizontal, X } from 'lucide-react'
import type { Form, ObjectType } from '@jieli/core'
import { publicInputOf } from '@jieli/extensions/field-types/public-inputs'
import { adminMessages } from '../../i18n/messages/admin-messages.ts'
import { formsMessages } from '../../i18n/messages/forms-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { Switch } from '../../parts/admin-page/switch.tsx'
import { QuestionDetails } from './question-details.tsx'

type Question = Form['fields'][number]

const mostComfortable = 8

/** Keeps the English of the label when only the Chinese is typed anew. */
const withLabel = (question: Question, typed: string): Question => {
  const { label: before, ...rest } = question
  return typed === '' ? rest : { ...rest, label: { ...before, 'zh-CN': typed } }
}

const moved = (questions: Question[], at: number, to: number): Question[] => {
  const question = questions[at]
  return question ? questions.toSpliced(at, 1).toSpliced(to, 0, question) : questions
}

/** Which fields are asked, in which order, in whose words. */
export function QuestionList({
  questions,
  object,
  fixed,
  onChange,
}: {
  questions: Question[]
  object: ObjectType | undefined
  fixed: string[]
  onChange(next: Question[]): void
}) {
  const text = useText(formsMessages)
  const admin = useText(adminMessages)
  const label = useLabel()
  const [openName, setOpen] = useState<string | null>(null)
  const fields = object?.fields ?? []
  const titleOf = (name: string): string => label(fields.find((field) => field.name === name)?.label ?? { 'zh-CN': name })
  const free = fields.filter(
    (field) =>
      publicInputOf(field.type) &&
      !field.readOnly &&
      !fixed.includes(field.name) &&
      !questions.some(({ name }) => name === field.name),
  )
  const hasContact = questions.some(({ name }) => fields.some((field) => field.name === name && field.identifies))
  return (
    <>
      <ol className="questions">
        {questions.map((question, at) => {
          const name = titleOf(question.name)
          return (
            <li key={question.name}>
              <span className="question-name ell">{name}</span>
              <input
                className="inp"
                aria-label={`${name} ${text('askAs')}`}
                placeholder={name}
                maxLength={80}
                value={question.label?.['zh-CN'] ?? ''}
                onChange={(event) => onChange(questions.with(at, withLabel(question, event.target.value)))}
              />
              <Switch
                checked={question.required}
                label={text('required')}
                onChange={(required) => onChange(questions.with(at, { ...question, required }))}
              />
              <span className="question-tools">
                <button
                  type="button"
                  className="btn xs ghost icon"
                  aria-expanded={openName === question.name}
                  aria-label={text('details', { name })}
                  onClick={() => setOpen(openName === question.name ? null : question.name)}
                >
                  <SlidersHorizontal size={14} />
                </button>
                <button
                  type="button"
                  className="btn xs ghost icon"
                  disabled={at === 0}
                  aria-label={admin('moveUp', { name })}
                  onClick={() => onChange(moved(questions, at, at - 1))}
                >
                  <ArrowUp size={14} />
                </button>
                <button
                  type="button"
                  className="btn xs ghost icon"
                  disabled={at === questions.length - 1}
                  aria-label={admin('moveDown', { name })}
                  onClick={() => onChange(moved(questions, at, at + 1))}
                >
                  <ArrowDown size={14} />
                </button>
                <button
                  type="button"
                  className="btn xs ghost icon"
                  disabled={questions.length === 1}
                  aria-label={text('removeField', { name })}
                  onClick={() => onChange(questions.toSpliced(at, 1))}
                >
                  <X size={14} />
                </button>
              </span>
              {openName === question.name && (
                <QuestionDetails
                  question={question}
                  hasSlots={
                    publicInputOf(fields.find((field) => field.name === question.name)?.type ?? '')?.offersSlots === true
                  }
                  onChange={(next) => onChange(questions.with(at, next))}
                />
              )}
            </li>
          )
        })}
      </ol>
      {!hasContact && (
        <p className="field-note err" role="status">
          {text('needsContact')}
        </p>
      )}
      {questions.length > mostComfortable && <p className="field-note warn">{text('tooMany', { n: questions.length })}</p>}
      {free.length > 0 && questions.length < 20 && (
        <label className="row g8">
          <Plus size={14} className="t3" aria-hidden="true" />
          <select
            className="inp question-add"
            aria-label={text('addQuestion')}
            value=""
            onChange={(event) => onChange([...questions, { name: event.target.value, required: false }])}
          >
            <option value="">{text('addQuestion')}</option>
            {free.map((field) => (
              <option key={field.name} value={field.name}>
                {label(field.label)}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  )
}
