import { AppError, textOf, type Source } from '@jieli/core'
import { inboundRegistry } from '../../registries.ts'
import type { Context } from '../workspace/workspace.ts'
import { judgeSilence, slotOf, usualWeek, type Silence } from './judge-silence.ts'
import { readRecent, readRefusals, readSecretNames, readUsual, type RecentRow, type UsualRow } from './source-queries.ts'

export interface SourceForm {
  id: string
  title: string
  enabled: boolean
  url: string
  qrUrl: string
  /** A page to print and put up. */
  sheetUrl: string
}

export interface SourceHealth extends Silence {
  id: string
  label: string
  connector: string
  enabled: boolean
  /** Where the outside system sends to; only for sources that are sent to. */
  url?: string
  forms: SourceForm[]
  /** Which secrets the connector needs and whether each is set. Never what they are. */
  secrets: { name: string; isSet: boolean }[]
  last24h: number
  lastAt: string | null
  /** From the sender's event to the record. */
  medianLatencyMs: number | null
  /** From the record to an owner. */
  medianAssignMs: number | null
  /** Kept with a reason, or not processed yet, in 24 hours. */
  failed: number
  waiting: number
  /** Requests turned away for a wrong or stale signature, today and yesterday. */
  signatureRefusals: number
}

/** How every way in is doing: is it still sending, how late, how much of it failed. */
export const findSourceHealth = async (context: Context): Promise<{ asOf: string; sources: SourceHealth[] }> => {
  if (!context.access.abilities.has('see-sources')) throw new AppError('forbidden')
  const { db, config } = context.workspace
  const sources = config.current.items('source')
  const [recent, usual, refusals, secrets] = await Promise.all([
    readRecent(db, context.now),
    readUsual(
      db,
      sources.map((source) => source.id),
      { now: context.now, timeZone: config.current.timeZone },
    ),
    readRefusals(db, context.now),
    readSecretNames(db),
  ])
  const recentOf = new Map(recent.map((row) => [row.sourceId, row]))
  const usualOf = Map.groupBy(usual, (row) => row.sourceId)
  const refusalsOf = new Map(refusals.map((row) => [row.sourceId, row.count]))
  const known = new Set(secrets.map((secret) => `${secret.owner}/${secret.name}`))
  return {
    asOf: context.now,
    sources: sources.map((source) => ({
      ...describe(context, source),
      secrets: (inboundRegistry[source.connector]?.secrets ?? []).map((name) => ({
        name,
        isSet: known.has(`source:${source.id}/${name}`),
      })),
      ...figures(recentOf.get(source.id)),
      signatureRefusals: refusalsOf.get(source.id) ?? 0,
      ...silence(context, source, usualOf.get(source.id) ?? []),
    })),
  }
}

const describe = (context: Context, source: Source) => {
  const { publicUrl, config } = context.workspace
  const address = (path: string): string => new URL(path, publicUrl).href
  return {
    id: source.id,
    label: source.label,
    connector: source.connector,
    enabled: source.enabled,
    ...(inboundRegistry[source.connector] ? { url: address(`/in/${source.id}`) } : {}),
    forms: config.current
      .items('form')
      .filter((form) => form.sourceId === source.id)
      .map((form): SourceForm => ({
        id: form.id,
        title: textOf(form.title, 'zh-CN'),
        enabled: form.enabled,
        url: address(`/f/${form.id}`),
        qrUrl: address(`/f/${form.id}/qr.svg`),
        sheetUrl: address(`/f/${form.id}/sheet`),
      })),
  }
}

const whole = (milliseconds: number | null | undefined): number | null =>
  milliseconds === null || milliseconds === undefined ? null : Math.round(milliseconds)

const figures = (row: RecentRow | undefined) => ({
  last24h: row?.last24h ?? 0,
  medianLatencyMs: whole(row?.storedMs),
  medianAssignMs: whole(row?.assignedMs),
  failed: (row?.refused ?? 0) + (row?.waiting ?? 0),
  waiting: row?.waiting ?? 0,
})

const silence = (context: Context, source: Source, rows: readonly UsualRow[]): Silence & { lastAt: string | null } => {
  const [first] = rows
  const lastAt = first?.lastAt ?? null
  if (!source.enabled)
    return {
      lastAt,
      status: 'quiet',
      usualPerHour: 0,
      sentence: { 'zh-CN': `${source.label}已停用`, en: `${source.label} is switched off` },
    }
  const { timeZone } = context.workspace.config.current
  const counts = new Map(rows.map((row) => [slotOf(row.weekday, row.hour), row.count]))
  const usual = first ? usualWeek(counts, { from: first.firstAt, to: first.lastAt, timeZone }) : new Map<number, number>()
  return { lastAt, ...judgeSilence({ label: source.label, lastAt, usual, now: context.now, timeZone }) }
}
