import type { FieldInfo } from '@jieli/core'
import type { Claim, Clash } from './find-clashes.ts'

/** Who takes a value: a record by its id, or whatever stands for one that is not stored yet. */
export type Taker = string | number | object

/** Who has which value that may not repeat, where contenders come one after the other and the database does not know them yet. */
export interface ValueLedger {
  /** The claims that cannot be met: another has the value. */
  clashesOf(claims: readonly Claim[], taker: Taker): Claim[]
  take(claims: readonly Claim[], taker: Taker): void
  /** What those who took another value had before is free from here on: to be called where one batch ends. */
  settle(): void
}

/** Of one field: who took a value, what each took last, and whose stored value is theirs no more. */
interface Page {
  takers: Map<string, Taker>
  taken: Map<Taker, string>
  movedOn: Set<string>
}

export const openValueLedger = (): ValueLedger => {
  const pages = new Map<string, Page>()
  // Two records cannot swap in one batch, so what is given up stays with its taker until the batch ends.
  let leaving: (() => void)[] = []
  const pageOf = ({ name }: FieldInfo): Page => {
    const page = pages.get(name) ?? { takers: new Map(), taken: new Map(), movedOn: new Set() }
    pages.set(name, page)
    return page
  }
  return {
    clashesOf: (claims, taker) =>
      claims.filter(({ field, key, holderId }) => {
        const { takers, movedOn } = pageOf(field)
        return (holderId !== null && !movedOn.has(holderId)) || (takers.get(key) ?? taker) !== taker
      }),
    take: (claims, taker) => {
      for (const { field, key } of claims) {
        const page = pageOf(field)
        const before = page.taken.get(taker)
        if (before === key) continue
        if (!page.takers.has(key)) page.takers.set(key, taker)
        page.taken.set(taker, key)
        if (before !== undefined) leaving.push(() => page.takers.delete(before))
        else if (typeof taker === 'string') leaving.push(() => page.movedOn.add(taker))
      }
    },
    settle: () => {
      for (const leave of leaving) leave()
      leaving = []
    },
  }
}

const clashesAt = (index: number, claims: readonly Claim[]): Clash[] =>
  claims.map(({ field, holderId }) => ({ index, field, holderId }))

/** The clashes of contenders that come in all together or not at all. */
export const clashesAmong = (claims: readonly Claim[][]): Clash[] => {
  const ledger = openValueLedger()
  return claims.flatMap((some, index) => {
    const clashes = ledger.clashesOf(some, index)
    ledger.take(some, index)
    return clashesAt(index, clashes)
  })
}

/** Lets contenders in one after the other: who brings a value that another has stays out, and takes nothing. */
export const admit = (claims: readonly Claim[][], takers: readonly Taker[], ledger: ValueLedger): Clash[] =>
  claims.flatMap((some, index) => {
    const taker = takers[index] ?? index
    const clashes = ledger.clashesOf(some, taker)
    if (clashes.length === 0) ledger.take(some, taker)
    return clashesAt(index, clashes)
  })
