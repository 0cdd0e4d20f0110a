import type { CrmRecord, View } from '@jieli/core'
import type { ObjectMeta } from '../data/meta-shapes.ts'
import { useJudge } from '../parts/conditions/use-judge.ts'

/** The colour that a view's rules give a record: of the first that holds. Empty: none. */
export const useTone = (object: ObjectMeta, view: View | undefined): ((record: CrmRecord) => string) => {
  const rules = view?.colours ?? []
  const holds = useJudge(object, rules.length > 0)
  return ({ values }) => {
    const rule = rules.find(({ where }) => holds(where, values))
    return rule ? `tone-${rule.tone}` : ''
  }
}
