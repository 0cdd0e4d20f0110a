import { textOf } from '@jieli/core'
import { formulaFunctions } from '@jieli/extensions/formula-functions'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import { conditionMessages } from '../../i18n/messages/condition-messages.ts'
import { listMessages } from '../../i18n/messages/list-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useText } from '../../i18n/use-text.ts'
import { operatorsAsked, type ConditionField } from '../condition-builder/condition-fields.ts'
import { operandKinds, type Clause, type Operator } from '../condition-builder/condition-tree.ts'
import { ConditionValue } from '../condition-builder/condition-value.tsx'
import { ChoiceChecks } from './choice-checks.tsx'
import { timePresets } from './time-presets.ts'

interface ClauseEditorProps {
  clause: Clause
  field: ConditionField
  tools: FieldTools
  onChange(clause: Clause): void
}

const isTime = ({ valueType }: ConditionField): boolean => valueType === 'date' || valueType === 'instant'
const listed = (clause: Clause): string[] => (Array.isArray(clause.operands[0]) ? clause.operands[0].map(String) : [])

function Presets({ clause, onChange }: Pick<ClauseEditorProps, 'clause' | 'onChange'>) {
  const text = useText(listMessages)
  return (
    <div className="filter-presets" role="group" aria-label={text('presets')}>
      {timePresets.map(({ label, operator, operands }) => (
        <button
          key={label}
          type="button"
          className="btn xs"
          aria-pressed={clause.operator === operator && JSON.stringify(clause.operands) === JSON.stringify(operands)}
          onClick={() => onChange({ ...clause, operator, operands: [...operands] })}
        >
          {text(label)}
        </button>
      ))}
    </div>
  )
}

/** One condition on one field: the comparison, then the value as the field's type has it. */
export function ClauseEditor({ clause, field, tools, onChange }: ClauseEditorProps) {
  const text = useText(listMessages)
  const words = useText(conditionMessages)
  const locale = useLocale()
  const titleOf = (operator: Operator): string => {
    if (isTime(field) && operator === 'greaterThan') return words('greaterThanTime')
    if (isTime(field) && operator === 'lessThan') return words('lessThanTime')
    return textOf(formulaFunctions[operator].label, locale)
  }
  const choose = (operator: Operator): void =>
    onChange({ ...clause, operator, operands: operandKinds[operator] === operandKinds[clause.operator] ? clause.operands : [] })
  return (
    <div className="filter-editor">
      {isTime(field) && <Presets clause={clause} onChange={onChange} />}
      <select
        className="inp"
        aria-label={text('comparison')}
        value={clause.operator}
        onChange={(event) => choose(event.target.value as Operator)}
      >
        {operatorsAsked(field).map((operator) => (
          <option key={operator} value={operator}>
            {titleOf(operator)}
          </option>
        ))}
      </select>
      {operandKinds[clause.operator] === 'many' ? (
        <ChoiceChecks
          field={field}
          chosen={listed(clause)}
          tools={tools}
          onChange={(ids) => onChange({ ...clause, operands: [ids] })}
        />
      ) : (
        <ConditionValue
          clause={clause}
          field={field}
          tools={tools}
          onChange={(operands) => onChange({ ...clause, operands })}
        />
      )}
    </div>
  )
}
