import { useState } from 'react'
import type { Expression } from '@jieli/core'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { adminMessages } from '../../i18n/messages/admin-messages.ts'
import { conditionMessages } from '../../i18n/messages/condition-messages.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { ConditionBuilder } from '../../parts/condition-builder/condition-builder.tsx'
import { isComplete, toConditionTree, toExpression } from '../../parts/condition-builder/condition-tree.ts'
import { Dialog } from '../../parts/dialog/dialog.tsx'

/** Rows by a condition on their own fields, put together as everywhere else. */
export function ScopeConditionDialog({
  title,
  object,
  where,
  onKeep,
  onClose,
}: {
  title: string
  object: ObjectMeta
  where: Expression | undefined
  onKeep(where: Expression): void
  onClose(): void
}) {
  const admin = useText(adminMessages)
  const shell = useText(shellMessages)
  const condition = useText(conditionMessages)
  const [tree, setTree] = useState(() => toConditionTree(where))
  const expression = isComplete(tree) ? toExpression(tree) : undefined
  return (
    <Dialog title={title} className="dialog wide" onClose={onClose}>
      <div className="stack">
        <ConditionBuilder object={object} tree={tree} onChange={setTree} />
        {!isComplete(tree) && <p className="hint">{condition('incomplete')}</p>}
        <footer>
          <button type="button" className="btn" onClick={onClose}>
            {shell('cancel')}
          </button>
          <button
            type="button"
            className="btn pri"
            disabled={expression === undefined}
            onClick={() => expression && onKeep(expression)}
          >
            {admin('save')}
          </button>
        </footer>
      </div>
    </Dialog>
  )
}
