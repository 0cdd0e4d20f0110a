import { useState } from 'react'
import type { Expression } from '@jieli/core'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { ConditionBuilder } from '../condition-builder/condition-builder.tsx'
import { isComplete, toConditionTree, toExpression } from '../condition-builder/condition-tree.ts'

/** A condition among other settings. What is not yet complete is kept here and told to nobody. */
export function ConditionField({
  title,
  object,
  value,
  none,
  onChange,
}: {
  title: string
  /** What no condition at all means here. */
  none?: string
  object: ObjectMeta
  value: Expression | undefined
  onChange(next: Expression | undefined): void
}) {
  const [tree, setTree] = useState(() => toConditionTree(value))
  return (
    <div className="field">
      <span className="field-title">{title}</span>
      <ConditionBuilder
        object={object}
        tree={tree}
        none={none}
        onChange={(next) => {
          setTree(next)
          if (isComplete(next)) onChange(toExpression(next))
        }}
      />
    </div>
  )
}
