import { AppError } from '@jieli/core'
import type { Queryable } from '../../database/database.ts'
import type { Context } from '../workspace/workspace.ts'
import { applyPlan, type MakeRecords } from './apply-plan.ts'
import { findDangling, type DanglingReference } from './check-references.ts'
import { readConfigTree, requireConfigure, type ConfigTree } from './config-tree.ts'
import { fingerprintOf, planConfig } from './plan-config.ts'
import type { PlanPart } from './plan-part.ts'
import { riskText } from './risk-texts.ts'
import { whenFree } from '../objects/when-free.ts'

/** What a plan is made of and made to: the settings as they are, and as they are to be. */
export interface Plan {
  now: ConfigTree
  wanted: ConfigTree
  parts: PlanPart[]
  /** Sent back with the consent, so that nothing is done that was not shown. */
  fingerprint: string
  /** Names that nothing would answer to afterwards, and that do not dangle today. */
  dangling: DanglingReference[]
}

/** How the wanted settings come about from today's: a file, a version, a template. */
export type WantedOf = (db: Queryable, now: ConfigTree) => Promise<ConfigTree>

/** Reckons what would be done; writes nothing. */
export const preparePlan = async (
  context: Context,
  wantedOf: WantedOf,
  db: Queryable = context.workspace.db,
): Promise<Plan> => {
  requireConfigure(context)
  const now = await readConfigTree(db)
  const wanted = await wantedOf(db, now)
  const parts = await planConfig(db, now, wanted)
  return { now, wanted, parts, fingerprint: fingerprintOf(parts), dangling: newlyDangling(now, wanted) }
}

const keyOf = ({ kind, id, path, name }: DanglingReference): string => `${kind} ${id} ${path.join('.')} ${name}`

/** What dangled before is not this plan's doing and does not stand in its way. */
const newlyDangling = (now: ConfigTree, wanted: ConfigTree): DanglingReference[] => {
  const before = new Set(findDangling(now).map(keyOf))
  return findDangling({ ...now, ...wanted }).filter((one) => !before.has(keyOf(one)))
}

export interface Consent {
  /** The plan that was looked at; absent: whatever it is now (a command that just showed it). */
  fingerprint?: string
  /** Parts that ask are done too. */
  allowRisks?: boolean
  /** Parts that may not be done are left and told of; otherwise they refuse the whole plan. */
  leaveRest?: boolean
}

export interface CarriedOut {
  done: PlanPart[]
  left: PlanPart[]
  plan: Plan
}

/**
 * Makes the plan anew under the lock of the settings and carries it out: all of it in one transaction and one version, or
 * nothing. `makeRecords` runs between tables and settings, for records that the settings name.
 */
export const carryOutPlan = async (
  context: Context,
  wantedOf: WantedOf,
  consent: Consent,
  makeRecords?: MakeRecords,
): Promise<CarriedOut> => {
  requireConfigure(context)
  const result = await whenFree(context, async (tx) => {
    await tx.query('INSERT INTO w.workspace (id, name) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      context.workspace.id,
      '我的公司',
    ])
    // Every writer of settings takes this row first: from here on nobody else changes them.
    await tx.query('SELECT version FROM w.workspace FOR UPDATE')
    const plan = await preparePlan(context, wantedOf, tx)
    if (consent.fingerprint !== undefined && consent.fingerprint !== plan.fingerprint) throw new AppError('config-conflict')
    requireNoDangling(plan)
    const left = plan.parts.filter((part) => isLeft(part, consent))
    if (left.length > 0 && !consent.leaveRest) throw refusal(left)
    const done = plan.parts.filter((part) => !left.includes(part))
    await applyPlan(context, tx, { now: plan.now, parts: done, makeRecords })
    return { done, left, plan }
  })
  await context.workspace.config.refresh()
  await context.workspace.directory.refresh()
  return result
}

const isLeft = ({ risk }: PlanPart, { allowRisks }: Consent): boolean =>
  risk !== undefined && (risk.level === 'stop' || allowRisks !== true)

const requireNoDangling = ({ dangling }: Plan): void => {
  if (dangling.length === 0) return
  throw new AppError('invalid-values', {
    issues: dangling.slice(0, 50).map(({ kind, id, path, name }) => ({
      path: [kind, id, ...path].join('.'),
      code: 'unknown-name',
      params: { name },
    })),
  })
}

const refusal = (left: readonly PlanPart[]): AppError =>
  new AppError('plan-needs-consent', {
    issues: left.map(({ kind, id, field, risk }) => ({
      path: [kind, id, ...(field === undefined ? [] : [field])].join('.'),
      code: 'invalid-setting',
      params: { reason: risk ? riskText(risk, 'zh-CN') : '' },
    })),
  })
