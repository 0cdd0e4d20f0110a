import { useId } from 'react'
import type { Value } from '@jieli/core'
import { webFaceOf } from '@jieli/extensions/field-types/web'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import { objectsPointedAt } from '../../data/meta.ts'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { conditionMessages } from '../../i18n/messages/condition-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { ManyPicker } from '../admin-page/many-picker.tsx'
import type { ConditionField } from './condition-fields.ts'
import { operandKinds, type Clause } from './condition-tree.ts'
import { useChoices, useNamedTools } from './record-choices.ts'

interface ValueProps {
  clause: Clause
  field: ConditionField
  tools: FieldTools
  onChange(operands: Value[]): void
}

/** One of the objects that a link may point to. */
function ObjectChoice({ field, value, tools, onChange, label }: Choosing) {
  const objects = objectsPointedAt(field).filter((name) => tools.objectLabel(name) !== '')
  return (
    <select
      className="inp"
      aria-label={label}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value || null)}
    >
      <option value="">—</option>
      {objects.map((name) => (
        <option key={name} value={name}>
          {tools.objectLabel(name)}
        </option>
      ))}
    </select>
  )
}

interface Choosing {
  field: FieldMeta
  value: Value | undefined
  tools: FieldTools
  label: string
  onChange(value: Value): void
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
export function ConditionValue({ clause, field, onChange, ...props }: ValueProps) {
  const tools = useNamedTools(field.field, clause.operands, props.tools)
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
  if (kind === 'object')
    return (
      <ObjectChoice field={field.field} value={at(0)} tools={tools} label={label} onChange={(value) => onChange([value])} />
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
