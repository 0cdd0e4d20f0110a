import { AppError, type AssignmentRule } from '@jieli/core'
import { writeConfig } from '../config/change-config.ts'
import type { Context } from '../workspace/workspace.ts'
import { parseRule, readRule } from './read-rule.ts'

/** A rule without what publishing itself decides: two rules that differ in nothing else are the same. */
const contentOf = (rule: AssignmentRule): string => JSON.stringify({ ...rule, version: 0 })

/** A rule to take away, and the version of it that was seen. */
export interface RemovedRule {
  id: string
  version: number
}

/**
 * Puts rules in force, all at once: the next lead meets either all of them or none. Each rule that really changed gets the
 * next version, which decisions from then on name. `version` is the one that was edited; if another has been published in
 * between, nothing is written. `removed` are taken away with it; rules that are named nowhere stay, for a colleague may just
 * have made one.
 */
export const publishRules = async (
  context: Context,
  drafts: readonly unknown[],
  removed: readonly RemovedRule[] = [],
): Promise<AssignmentRule[]> => {
  if (!context.access.abilities.has('configure')) throw new AppError('forbidden')
  const rules = drafts.map((draft) => readRule(context, draft))
  const named = [...rules, ...removed].map(({ id }) => id)
  if (new Set(named).size !== named.length) throw new AppError('bad-request')
  const published = await context.workspace.db.transaction(async (tx) => {
    const stored = await tx.query<{ item: unknown }>(
      `SELECT item FROM w.config_item WHERE kind = 'assignment-rule' AND id = ANY($1) ORDER BY id FOR UPDATE`,
      [named],
    )
    const current = new Map(stored.map((row) => parseRule(row.item)).map((rule) => [rule.id, rule]))
    const changed = rules.filter((rule) => contentOf(current.get(rule.id) ?? { ...rule, label: '' }) !== contentOf(rule))
    if (changed.some((rule) => rule.version !== (current.get(rule.id)?.version ?? rule.version)))
      throw new AppError('config-conflict')
    // Somebody may have taken it away already: that is what was wanted.
    const gone = removed.filter(({ id }) => current.has(id))
    if (gone.some(({ id, version }) => current.get(id)?.version !== version)) throw new AppError('config-conflict')
    const next = changed.map((rule) => ({ ...rule, version: current.has(rule.id) ? rule.version + 1 : 1 }))
    const changes = [
      ...next.map((rule) => ({ kind: 'assignment-rule' as const, id: rule.id, item: rule })),
      ...gone.map(({ id }) => ({ kind: 'assignment-rule' as const, id, item: null })),
    ]
    if (changes.length > 0) await writeConfig(context, tx, changes)
    return next
  })
  await context.workspace.config.refresh()
  return published
}
