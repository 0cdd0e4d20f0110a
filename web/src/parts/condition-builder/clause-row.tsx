import { X } from 'lucide-react'
import { textOf } from '@jieli/core'
import { formulaFunctions } from '@jieli/extensions/formula-functions'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import { conditionMessages } from '../../i18n/messages/condition-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useText } from '../../i18n/use-text.ts'
import { clauseFor, withOperator } from './condition-edits.ts'
import { operatorsOf, type ConditionField } from './condition-fields.ts'
import { ConditionValue } from './condition-value.tsx'
import type { Clause, Operator } from './condition-tree.ts'

/** Of times one says earlier and later, not less and greater. */
const useOperatorTitle = (): ((operator: Operator, field: ConditionField) => string) => {
  const locale = useLocale()
  const text = useText(conditionMessages)
  return (operator, { valueType }) => {
    if ((valueType === 'date' || valueType === 'instant') && operator === 'greaterThan') return text('greaterThanTime')
    if ((valueType === 'date' || valueType === 'instant') && operator === 'lessThan') return text('lessThanTime')
    return textOf(formulaFunctions[operator].label, locale)
  }
}

interface ClauseRowProps {
  clause: Clause
  fields: ConditionField[]
  tools: FieldTools
  onChange(next: Clause): void
  onRemove(): void
}

/** One condition: field, comparison, value. */
export function ClauseRow({ clause, fields, tools, onChange, onRemove }: ClauseRowProps) {
  const text = useText(conditionMessages)
  const titleOf = useOperatorTitle()
  const field = fields.find(({ path }) => path === clause.field)
  const operators = field ? operatorsOf(field) : []
  return (
    <div className="cond-row">
      <select
        className="inp"
        aria-label={text('field')}
        value={clause.field}
        onChange={(event) => onChange(clauseFor(fields.find(({ path }) => path === event.target.value)))}
      >
        {/* A field that has gone, or that this reader may not ask about: named, so that it can be chosen anew. */}
        {!field && <option value={clause.field}>{clause.field || '—'}</option>}
        {fields.map(({ path, title }) => (
          <option key={path} value={path}>
            {title}
          </option>
        ))}
      </select>
      <select
        className="inp"
        aria-label={text('operator')}
        value={clause.operator}
        onChange={(event) => onChange(withOperator(clause, event.target.value as Operator))}
      >
        {/* A comparison that the field does not offer any more stays until another is chosen. */}
        {field &&
          (operators.includes(clause.operator) ? operators : [...operators, clause.operator]).map((operator) => (
            <option key={operator} value={operator}>
              {titleOf(operator, field)}
            </option>
          ))}
      </select>
      {field ? (
        <ConditionValue
          clause={clause}
          field={field}
          tools={tools}
          onChange={(operands) => onChange({ ...clause, operands })}
        />
      ) : (
        <span className="cond-none" />
      )}
      <button type="button" className="btn sm ghost icon" aria-label={text('remove')} onClick={onRemove}>
        <X size={14} />
      </button>
    </div>
  )
}
