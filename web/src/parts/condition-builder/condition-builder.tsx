import { useState } from 'react'
import { Plus, Trash2, X } from 'lucide-react'
import { textOf } from '@jieli/core'
import { formulaFunctions } from '@jieli/extensions/formula-functions'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { conditionMessages } from '../../i18n/messages/condition-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useText } from '../../i18n/use-text.ts'
import { useFieldTools } from '../field-value/use-field-tools.ts'
import { FormulaEditor } from '../formula-editor/formula-editor.tsx'
import { operatorsOf, useConditionFields, useConditionText, type ConditionField } from './condition-fields.ts'
import { ConditionValue } from './condition-value.tsx'
import {
  emptyGroup,
  isComplete,
  operandKinds,
  toConditionTree,
  toExpression,
  type Clause,
  type Condition,
  type Group,
  type Operator,
} from './condition-tree.ts'

interface Surroundings {
  fields: ConditionField[]
  tools: FieldTools
  print: ReturnType<typeof useConditionText>
  none: string | undefined
}

const mostDepth = 4

const clauseFor = (field: ConditionField | undefined): Clause => ({
  kind: 'clause',
  field: field?.path ?? '',
  operator: field ? (operatorsOf(field)[0] ?? 'isNotEmpty') : 'isNotEmpty',
  operands: [],
})

const useOperatorTitle = (): ((operator: Operator, field: ConditionField) => string) => {
  const locale = useLocale()
  const text = useText(conditionMessages)
  return (operator, { valueType }) => {
    if ((valueType === 'date' || valueType === 'instant') && operator === 'greaterThan') return text('greaterThanTime')
    if ((valueType === 'date' || valueType === 'instant') && operator === 'lessThan') return text('lessThanTime')
    return textOf(formulaFunctions[operator].label, locale)
  }
}

function ClauseRow({
  clause,
  around,
  onChange,
  onRemove,
}: {
  clause: Clause
  around: Surroundings
  onChange(next: Clause): void
  onRemove(): void
}) {
  const text = useText(conditionMessages)
  const titleOf = useOperatorTitle()
  const field = around.fields.find(({ path }) => path === clause.field)
  const operators = field ? operatorsOf(field) : []
  const chooseOperator = (operator: Operator): void =>
    onChange({ ...clause, operator, operands: operandKinds[operator] === operandKinds[clause.operator] ? clause.operands : [] })
  return (
    <div className="cond-row">
      <select
        className="inp"
        aria-label={text('field')}
        value={clause.field}
        onChange={(event) => onChange(clauseFor(around.fields.find(({ path }) => path === event.target.value)))}
      >
        {!field && <option value={clause.field}>{clause.field || '—'}</option>}
        {around.fields.map(({ path, title }) => (
          <option key={path} value={path}>
            {title}
          </option>
        ))}
      </select>
      <select
        className="inp"
        aria-label={text('operator')}
        value={clause.operator}
        onChange={(event) => chooseOperator(event.target.value as Operator)}
      >
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
          tools={around.tools}
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

interface GroupProps {
  group: Group
  depth: number
  around: Surroundings
  onChange(next: Group): void
  onRemove?(): void
}

function GroupBox({ group, depth, around, onChange, onRemove }: GroupProps) {
  const text = useText(conditionMessages)
  const setItem = (index: number, next: Condition | null): void =>
    onChange({ ...group, items: group.items.flatMap((item, at) => (at === index ? (next ?? []) : item)) })
  return (
    <div className={depth > 0 ? 'cond cond-group' : 'cond'}>
      {(group.items.length > 1 || depth > 0) && (
        <div className="cond-join">
          <span className="seg" role="radiogroup" aria-label={text('join')}>
            {(['and', 'or'] as const).map((join) => (
              <button
                key={join}
                type="button"
                role="radio"
                aria-checked={group.join === join}
                onClick={() => onChange({ ...group, join })}
              >
                {text(join === 'and' ? 'all' : 'any')}
              </button>
            ))}
          </span>
          <span className="sp" />
          {onRemove && (
            <button type="button" className="btn sm ghost icon" aria-label={text('removeGroup')} onClick={onRemove}>
              <Trash2 size={14} />
            </button>
          )}
        </div>
      )}
      {group.items.map((item, index) => {
        if (item.kind === 'clause')
          return (
            <ClauseRow
              key={index}
              clause={item}
              around={around}
              onChange={(next) => setItem(index, next)}
              onRemove={() => setItem(index, null)}
            />
          )
        if (item.kind === 'group')
          return (
            <GroupBox
              key={index}
              group={item}
              depth={depth + 1}
              around={around}
              onChange={(next) => setItem(index, next)}
              onRemove={() => setItem(index, null)}
            />
          )
        return (
          <div key={index} className="cond-raw">
            <span className="sp">{around.print(item.expression)}</span>
            <span className="t3 f12">{text('written')}</span>
            <button
              type="button"
              className="btn sm ghost icon"
              aria-label={text('remove')}
              onClick={() => setItem(index, null)}
            >
              <X size={14} />
            </button>
          </div>
        )
      })}
      {group.items.length === 0 && <p className="hint">{around.none ?? text('always')}</p>}
      <div className="row g8">
        <button
          type="button"
          className="btn sm"
          onClick={() => onChange({ ...group, items: [...group.items, clauseFor(around.fields[0])] })}
        >
          <Plus size={14} aria-hidden="true" />
          {text('addClause')}
        </button>
        {depth < mostDepth && group.items.length > 0 && (
          <button
            type="button"
            className="btn sm ghost"
            onClick={() =>
              onChange({
                ...group,
                items: [
                  ...group.items,
                  { ...emptyGroup(group.join === 'and' ? 'or' : 'and'), items: [clauseFor(around.fields[0])] },
                ],
              })
            }
          >
            <Plus size={14} aria-hidden="true" />
            {text('addGroup')}
          </button>
        )}
      </div>
    </div>
  )
}

interface BuilderProps {
  object: ObjectMeta
  tree: Group
  /** What no condition at all means here; usually that it applies to every record. */
  none?: string | undefined
  onChange(next: Group): void
}

/** Stands for a formula that cannot be read yet: a condition that holds it is incomplete. */
const unfinished: Group = { kind: 'group', join: 'and', items: [clauseFor(undefined)] }

function ChosenConditions({ object, tree, none, onChange }: BuilderProps) {
  const fields = useConditionFields(object)
  const tools = useFieldTools()
  const print = useConditionText(object, [])
  return <GroupBox group={tree} depth={0} around={{ fields, tools, print, none }} onChange={onChange} />
}

function WrittenCondition({ object, tree, onChange }: BuilderProps) {
  return (
    <FormulaEditor
      object={object}
      value={toExpression(tree)}
      expects="boolean"
      onChange={(next) => onChange(next === null ? unfinished : toConditionTree(next))}
    />
  )
}

/** Conditions by choosing: field, comparison, value; groups within groups for 且 and 或. Or written, as a formula. */
export function ConditionBuilder({ object, tree, none, onChange }: BuilderProps) {
  const text = useText(conditionMessages)
  const [isWritten, setWritten] = useState(false)
  return (
    <div className="cond">
      <div className="row">
        <span className="sp" />
        <span className="seg" role="radiogroup" aria-label={text('how')}>
          {([false, true] as const).map((written) => (
            <button
              key={String(written)}
              type="button"
              role="radio"
              aria-checked={isWritten === written}
              disabled={isWritten !== written && !isComplete(tree)}
              onClick={() => setWritten(written)}
            >
              {text(written ? 'write' : 'choose')}
            </button>
          ))}
        </span>
      </div>
      {isWritten ? (
        <WrittenCondition object={object} tree={tree} onChange={onChange} />
      ) : (
        <ChosenConditions object={object} tree={tree} none={none} onChange={onChange} />
      )}
    </div>
  )
}
