import { useEffect, useId, useState } from 'react'
import type { Value } from '@jieli/core'
import { webFaceOf } from '@jieli/extensions/field-types/web'
import type { Choice, FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import { optionsOf, pointedAt } from '../../data/meta.ts'
import { conditionMessages } from '../../i18n/messages/condition-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { ManyPicker } from '../admin-page/many-picker.tsx'
import type { ConditionField } from './condition-fields.ts'
import { operandKinds, type Clause } from './condition-tree.ts'

interface ValueProps {
  clause: Clause
  field: ConditionField
  tools: FieldTools
  onChange(operands: Value[]): void
}

const noChoices: Choice[] = []

/** The choices of a field that has few enough to list: options, people, departments, the first records of a relation. */
export const useChoices = ({ field }: ConditionField, tools: FieldTools): Choice[] => {
  const label = useLabel()
  const [records, setRecords] = useState(noChoices)
  const object = pointedAt(field) ?? ''
  const { searchRecords } = tools
  useEffect(() => {
    if (!object) return
    let isCurrent = true
    void searchRecords(object, '').then(
      (found) => isCurrent && setRecords(found),
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [object, searchRecords])
  if (field.type === 'user') return tools.people()
  if (field.type === 'department') return tools.departments()
  return object
    ? records
    : optionsOf(field)
        .filter(({ archived }) => !archived)
        .map((option) => ({ id: option.id, title: label(option.label) }))
}

function YesOrNo({ value, onChange, label }: { value: Value | undefined; onChange(value: Value): void; label: string }) {
  const text = useText(conditionMessages)
  return (
    <select
      className="inp"
      aria-label={label}
      value={value === undefined || value === null || value === '' ? '' : String(value)}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value === 'true')}
    >
      <option value="">—</option>
      <option value="true">{text('yes')}</option>
      <option value="false">{text('no')}</option>
    </select>
  )
}

/** The operand, edited as the field itself is: a choice for a choice, a date for a date. */
export function ConditionValue({ clause, field, tools, onChange }: ValueProps) {
  const text = useText(conditionMessages)
  const id = useId()
  const choices = useChoices(field, tools)
  const kind = operandKinds[clause.operator]
  const label = `${field.title} ${text('value')}`
  const { Editor } = webFaceOf(field.field.type)
  const at = (index: number): Value => clause.operands[index] ?? null
  const edit = (index: number, name: string): React.JSX.Element => (
    <span>
      <label className="sr" htmlFor={`${id}-${index}`}>
        {name}
      </label>
      <Editor
        id={`${id}-${index}`}
        value={at(index)}
        settings={field.field.settings}
        tools={tools}
        onChange={(value) => onChange(Object.assign([...clause.operands], { [index]: value }))}
      />
    </span>
  )
  if (kind === 'none') return <span className="cond-none" />
  if (kind === 'days') {
    return (
      <label className="row g6">
        <input
          className="inp"
          type="number"
          min={1}
          max={3650}
          aria-label={label}
          value={String(at(0) ?? '')}
          onChange={(event) => onChange([event.target.value === '' ? null : Number(event.target.value)])}
        />
        <span className="t3">{text('days')}</span>
      </label>
    )
  }
  if (kind === 'many') {
    const list = Array.isArray(at(0)) ? (at(0) as Value[]).map(String) : []
    return (
      <ManyPicker
        label={label}
        placeholder={text('chooseSeveral')}
        choices={choices}
        value={list}
        onChange={(ids) => onChange([ids])}
        titleOf={tools.titleOf}
      />
    )
  }
  if (kind === 'two')
    return (
      <span className="two">
        {edit(0, text('from'))}
        <span className="t3">–</span>
        {edit(1, text('to'))}
      </span>
    )
  if (field.valueType === 'boolean') return <YesOrNo value={at(0)} label={label} onChange={(value) => onChange([value])} />
  if (field.valueType === 'list' || field.field.type === 'relation') {
    return (
      <select
        className="inp"
        aria-label={label}
        value={String(at(0) ?? '')}
        onChange={(event) => onChange([event.target.value || null])}
      >
        <option value="">—</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.title}
          </option>
        ))}
      </select>
    )
  }
  return edit(0, label)
}
