import { AppError, type Actor, type ConfigKind, type Locale, type ObjectType } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { isCompanyWideChange, readConfigTree, readTreeAt, requireConfigure, type ConfigTree } from './config-tree.ts'
import { carryOutPlan, preparePlan, type CarriedOut, type Consent, type Plan, type WantedOf } from './carry-out-plan.ts'
import { describeParts, type DescribedPart } from './describe-plan.ts'
import { compareTrees } from './plan-config.ts'
import { planObject } from './plan-objects.ts'
import type { PlanPart } from './plan-part.ts'

/** One change of settings, whatever it touched. */
export interface ConfigVersion {
  version: number
  at: string
  actor: Actor
  /** As somebody named it: 开学前. */
  name: string | null
  changes: DescribedPart[]
  /** How many more it touched than are listed: an installation touches hundreds. */
  more: number
}

const PAGE = 30
const MOST_CHANGES = 20

interface VersionRow {
  version: number
  at: string
  actor: Actor
  name: string | null
  count: number
  changes: { kind: ConfigKind; id: string; before: unknown; after: unknown }[]
}

/** Every change of settings, newest first: who, when, and each difference in words. `before` is the version a page ended with. */
export const findVersions = async (
  context: Context,
  input: { before?: number | undefined; namedOnly?: boolean | undefined; locale: Locale },
): Promise<{ versions: ConfigVersion[]; next: number | null; current: number }> => {
  requireConfigure(context)
  const rows = await context.workspace.db.query<VersionRow>(
    `SELECT page.version, page.at, page.actor, page.count, named.name,
       (SELECT jsonb_agg(jsonb_build_object('kind', c.kind, 'id', c.id, 'before', c.before, 'after', c.after) ORDER BY c.kind, c.id)
        FROM (SELECT * FROM w.config_change WHERE version = page.version AND ${isCompanyWideChange} ORDER BY kind, id LIMIT ${MOST_CHANGES}) c) AS changes
     FROM (SELECT version, min(at) AS at, (array_agg(actor))[1] AS actor, count(*) AS count FROM w.config_change
           WHERE version < $1 AND ${isCompanyWideChange} ${input.namedOnly ? 'AND version IN (SELECT version FROM w.config_version)' : ''}
           GROUP BY version ORDER BY version DESC LIMIT ${PAGE + 1}) page
     LEFT JOIN w.config_version named ON named.version = page.version
     ORDER BY page.version DESC`,
    [input.before ?? Number.MAX_SAFE_INTEGER],
  )
  const now = await readConfigTree(context.workspace.db)
  const shown = rows.slice(0, PAGE)
  return {
    versions: shown.map((row) => describeVersion(context, row, now, input.locale)),
    next: rows.length > PAGE ? (shown.at(-1)?.version ?? null) : null,
    current: await latestVersion(context),
  }
}

const latestVersion = async (context: Context): Promise<number> => {
  const [row] = await context.workspace.db.query<{ version: number | null }>(
    `SELECT max(version) AS version FROM w.config_change WHERE ${isCompanyWideChange}`,
  )
  return row?.version ?? 0
}

const describeVersion = (context: Context, row: VersionRow, now: ConfigTree, locale: Locale): ConfigVersion => {
  const parts = row.changes.flatMap(partsOfChange)
  return {
    version: row.version,
    at: row.at,
    actor: row.actor,
    name: row.name,
    changes: describeParts(context, parts, { trees: [now], locale }),
    more: Math.max(0, row.count - row.changes.length),
  }
}

const partsOfChange = ({ kind, id, before, after }: VersionRow['changes'][number]): PlanPart[] =>
  kind === 'object'
    ? planObject(id, (before ?? undefined) as ObjectType | undefined, (after ?? undefined) as ObjectType | undefined).map(
        ({ risk: _risk, ...part }) => part,
      )
    : [{ kind, id, before, after, action: before === null ? 'create' : after === null ? 'remove' : 'change' }]

/** Gives a version a name to find it by; an empty one takes it away. */
export const nameVersion = async (context: Context, input: { version: number; name: string }): Promise<void> => {
  requireConfigure(context)
  const { db } = context.workspace
  const [known] = await db.query('SELECT 1 FROM w.config_change WHERE version = $1 LIMIT 1', [input.version])
  if (!known) throw new AppError('not-found')
  const name = input.name.trim()
  if (name === '') await db.query('DELETE FROM w.config_version WHERE version = $1', [input.version])
  else
    await db.query(
      `INSERT INTO w.config_version (version, name, named_at, named_by) VALUES ($1, $2, $3, $4)
       ON CONFLICT (version) DO UPDATE SET name = excluded.name, named_at = excluded.named_at, named_by = excluded.named_by`,
      [input.version, name, context.now, context.access.userId],
    )
}

/** What is different between the settings after one version and after another; absent: as they are now. */
export const diffVersions = async (
  context: Context,
  input: { from: number; to?: number | undefined; locale: Locale },
): Promise<DescribedPart[]> => {
  requireConfigure(context)
  const { db } = context.workspace
  const [from, to] = [
    await readTreeAt(db, input.from),
    await (input.to === undefined ? readConfigTree(db) : readTreeAt(db, input.to)),
  ]
  const parts = compareTrees(withAllKinds(from, to), withAllKinds(to, from)).map(({ risk: _risk, ...part }) => part)
  return describeParts(context, parts, { trees: [to, from], locale: input.locale })
}

/** A kind that has no item on one side is an empty one, not one that is left out. */
const withAllKinds = (tree: ConfigTree, other: ConfigTree): ConfigTree => ({
  ...Object.fromEntries(Object.keys(other).map((kind) => [kind, {}])),
  ...tree,
})

const settingsAt =
  (version: number): WantedOf =>
  async (db, now) => {
    const [known] = await db.query('SELECT 1 FROM w.config_change WHERE version = $1 LIMIT 1', [version])
    if (!known) throw new AppError('not-found')
    return withAllKinds(await readTreeAt(db, version), now)
  }

/** What rolling back to a version would do. */
export const previewRollBack = (context: Context, version: number): Promise<Plan> => preparePlan(context, settingsAt(version))

/**
 * Puts the settings back to what they were after a version, objects and fields included. What would hide data from people
 * is done only when allowed, what cannot be done without loss never: both are told. It is a change like any other, so it can
 * be rolled back too.
 */
export const rollBack = (context: Context, input: { version: number } & Omit<Consent, 'leaveRest'>): Promise<CarriedOut> =>
  carryOutPlan(context, settingsAt(input.version), { ...input, leaveRest: true })
