import { useMemo, useState } from 'react'
import type { AssignmentRule } from '@jieli/core'
import { useConfig, type ConfigEntry } from '../../data/config.ts'
import { useMe } from '../../data/session.ts'
import { placeRules } from './place-rules.ts'

interface StoredDraft {
  /** The revisions the draft was begun from. */
  base: string
  rules: AssignmentRule[]
}

const baseOf = (entries: ConfigEntry<'assignment-rule'>[]): string =>
  entries
    .map(({ item, rev }) => `${item.id}:${rev}`)
    .toSorted()
    .join(' ')
const inOrder = (rules: AssignmentRule[]): AssignmentRule[] =>
  rules.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))

const readStored = (key: string): StoredDraft | null => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as StoredDraft | null
  } catch {
    return null
  }
}

/** Whether two rules would decide alike: the version is the server's to count, the place is told apart. */
const isSame = (one: AssignmentRule, other: AssignmentRule | undefined): boolean =>
  other !== undefined && JSON.stringify({ ...one, version: 0, order: 0 }) === JSON.stringify({ ...other, version: 0, order: 0 })

/** The rules as they are being changed, kept on this device until they are published. */
export const useRuleDraft = () => {
  const query = useConfig('assignment-rule')
  const { workspace } = useMe()
  const key = `jieli.rules-draft.${workspace.id}`
  const [stored, setStored] = useState(() => readStored(key))
  const live = useMemo(() => inOrder((query.data ?? []).map(({ item }) => item)), [query.data])
  const base = useMemo(() => baseOf(query.data ?? []), [query.data])
  const rules = stored?.rules ?? live
  const keep = (next: StoredDraft | null): void => {
    if (next) localStorage.setItem(key, JSON.stringify(next))
    else localStorage.removeItem(key)
    setStored(next)
  }
  const changedIds = useMemo(
    () =>
      new Set([
        ...rules
          .filter(
            (rule) =>
              !isSame(
                rule,
                live.find(({ id }) => id === rule.id),
              ),
          )
          .map(({ id }) => id),
        ...live.filter(({ id }) => !rules.some((rule) => rule.id === id)).map(({ id }) => id),
      ]),
    [rules, live],
  )
  const removed = live.filter(({ id }) => !rules.some((rule) => rule.id === id)).map(({ id, version }) => ({ id, version }))
  const shared = (list: AssignmentRule[], other: AssignmentRule[]): string =>
    list
      .filter(({ id }) => other.some((rule) => rule.id === id))
      .map(({ id }) => id)
      .join(' ')
  return {
    query,
    rules,
    live,
    changedIds,
    removed,
    isReordered: shared(rules, live) !== shared(live, rules),
    isStale: query.data !== undefined && stored !== null && stored.base !== base,
    set: (next: AssignmentRule[]): void => keep({ base: stored?.base ?? base, rules: placeRules(next) }),
    /** The draft stands on what is live now. */
    rebase: (): void => keep(stored ? { ...stored, base } : null),
    clear: (): void => keep(null),
  }
}

export type RuleDraft = ReturnType<typeof useRuleDraft>
