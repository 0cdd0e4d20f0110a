import { AppError, fairnessOf, type Fairness } from '@jieli/core'
import { isoOf, instantOf } from '@jieli/core/time/zoned-time'
import type { Context } from '../workspace/workspace.ts'
import { readGiven } from './replay-queries.ts'

export interface FairnessReport {
  people: { userId: string; name: string; count: number }[]
  fairness: Fairness
}

/** How evenly rules have given out leads lately, among everybody who works as a consultant: who got none counts too. */
export const findFairness = async (context: Context, days: number): Promise<FairnessReport> => {
  if (!context.access.abilities.has('configure')) throw new AppError('forbidden')
  const given = new Map(
    (await readGiven(context.workspace.db, isoOf(instantOf(context.now) - days * 86_400_000))).map((row) => [
      row.userId,
      row.count,
    ]),
  )
  const { users } = context.workspace.directory.current
  const people = [...users.values()]
    .filter((person) => given.has(person.id) || (person.active && person.roleIds.includes('consultant')))
    .map((person) => ({ userId: person.id, name: person.name, count: given.get(person.id) ?? 0 }))
    .toSorted((a, b) => b.count - a.count || (a.userId < b.userId ? -1 : 1))
  return { people, fairness: fairnessOf(people.map((person) => person.count)) }
}
