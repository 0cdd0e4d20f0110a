import { useState } from 'react'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { conditionMessages } from '../../i18n/messages/condition-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { useFieldTools } from '../field-value/use-field-tools.ts'
import { FormulaEditor } from '../formula-editor/formula-editor.tsx'
import { clauseFor } from './condition-edits.ts'
import { useConditionFields, useConditionText } from './condition-fields.ts'
import { isComplete, toConditionTree, toExpression, type Group } from './condition-tree.ts'
import { GroupBox } from './group-box.tsx'

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
