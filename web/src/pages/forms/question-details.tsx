import { useId } from 'react'
import type { Form, FormSlots } from '@jieli/core'
import { formsMessages } from '../../i18n/messages/forms-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useText } from '../../i18n/use-text.ts'
import { weekdayText } from '../../i18n/zoned-time.ts'
import { Switch } from '../../parts/admin-page/switch.tsx'
import { readHours, usualSlots, withMember } from './form-draft.ts'
import { LabelInput } from './label-input.tsx'

type Question = Form['fields'][number]

interface DetailsProps {
  question: Question
  /** Whether times can be offered for it. */
  hasSlots: boolean
  onChange(next: Question): void
}

/** What is beside a question: a line of help, an example, its width, the times on offer. */
export function QuestionDetails({ question, hasSlots, onChange }: DetailsProps) {
  const text = useText(formsMessages)
  return (
    <div className="question-details">
      <div className="pair">
        <LabelInput
          title={text('help')}
          value={question.help}
          onChange={(help) => onChange(withMember(question, 'help', help))}
        />
        <LabelInput
          title={text('example')}
          maxLength={40}
          placeholder={text('exampleHint')}
          value={question.example}
          onChange={(example) => onChange(withMember(question, 'example', example))}
        />
      </div>
      <Switch
        checked={question.half ?? false}
        label={text('half')}
        onChange={(half) => onChange(withMember(question, 'half', half || undefined))}
      />
      {hasSlots && <Slots slots={question.slots} onChange={(slots) => onChange(withMember(question, 'slots', slots))} />}
    </div>
  )
}

/** A Monday: only its weekday is shown. */
const mondayOf = (weekday: number): string => `2026-06-0${weekday + 1}`

function Slots({ slots, onChange }: { slots: FormSlots | undefined; onChange(next: FormSlots | undefined): void }) {
  const text = useText(formsMessages)
  const locale = useLocale()
  const id = useId()
  return (
    <>
      <Switch
        checked={slots !== undefined}
        label={text('slots')}
        onChange={(isOwn) => onChange(isOwn ? usualSlots : undefined)}
      />
      {slots && (
        <div className="slots">
          {slots.week.map((hours, weekday) => (
            <label key={weekday} className="row g8">
              <span className="t3 f12 nw">{weekdayText(mondayOf(weekday), locale)}</span>
              <input
                className="inp"
                key={hours.join(' ')}
                defaultValue={hours.join(' ')}
                placeholder={text('slotsNone')}
                onBlur={(event) => onChange({ ...slots, week: slots.week.with(weekday, readHours(event.target.value)) })}
              />
            </label>
          ))}
          <label className="row g8" htmlFor={id}>
            <span className="t3 f12 nw">{text('slotDays')}</span>
            <input
              id={id}
              className="inp"
              type="number"
              min={0}
              max={31}
              value={slots.days}
              onChange={(event) =>
                onChange({ ...slots, days: Math.min(31, Math.max(0, Math.trunc(Number(event.target.value)) || 0)) })
              }
            />
          </label>
        </div>
      )}
    </>
  )
}
