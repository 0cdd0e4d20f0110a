import { useEffect, useState } from 'react'
import type { Expression, Value } from '@jieli/core'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { useMe } from '../../data/session.ts'
import { useNow } from '../use-now.ts'
import type { judge as judgeHere } from './judge.ts'

type Judge = typeof judgeHere

/**
 * Judges conditions over a record in the page. The language is fetched only where a condition is met; until it is here,
 * nothing conditional is shown, so that nothing flashes up and goes away.
 */
export const useJudge = (
  object: ObjectMeta,
  isNeeded: boolean,
): ((condition: Expression | undefined, values: Readonly<Record<string, Value>>) => boolean) => {
  const { user, workspace } = useMe()
  const now = useNow()
  const [judge, setJudge] = useState<{ run: Judge } | null>(null)
  useEffect(() => {
    if (!isNeeded) return
    let isHere = true
    void import('./judge.ts').then((module) => isHere && setJudge({ run: module.judge }))
    return () => {
      isHere = false
    }
  }, [isNeeded])
  return (condition, values) =>
    condition === undefined ||
    (judge?.run(condition, values, {
      fields: object.fields,
      now: new Date(now).toISOString(),
      timeZone: workspace.timeZone,
      userId: user.id,
    }) ??
      false)
}
