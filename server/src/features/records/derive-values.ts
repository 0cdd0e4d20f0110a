import type { Context } from '../workspace/workspace.ts'
import type { Applied, Values } from './change.ts'
import type { RecordHook } from './record-hook.ts'

/** Adds what features keep beside a change, before formulas are reckoned from it. In memory; nobody needs a right for it. */
export const deriveValues = (context: Context, hooks: readonly RecordHook[], planned: readonly Applied[]): Applied[] => {
  const deriving = hooks.filter((hook) => hook.derive)
  return planned.map((one) => {
    if (!one.changed) return one
    const values: Values = Object.assign({}, ...deriving.map((hook) => hook.derive?.(context, one) ?? {}))
    return { ...one, after: { ...one.after, values: { ...one.after.values, ...values } } }
  })
}
