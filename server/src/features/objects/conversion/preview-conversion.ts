import { AppError, hasCover, type Field, type FieldUse, type Issue, type ObjectType } from '@jieli/core'
import { fieldTypeRegistry } from '../../../registries.ts'
import type { Context } from '../../workspace/workspace.ts'
import { coverOf } from '../../records/cover-of.ts'
import { usesIn } from '../field-impact.ts'
import { definitionOf, fieldOf, requireConfigure } from '../lock-object.ts'
import { estimateRows, readCells } from './conversion-queries.ts'
import { openConverter, type ConvertedCell, type Kept } from './open-converter.ts'

/** So many records are looked at; beyond, the figures are those of a sample and said to be. */
const LOOKED_AT = 20_000
const CHUNK = 2_000
const MOST_LISTED = 50
const MOST_EXAMPLES = 6
/** One more than the most options a field holds: enough to know that there are too many. */
const DISTINCT = 501

export interface NewType {
  type: string
  settings?: Record<string, unknown> | undefined
}

export interface ConversionPreview {
  /** About how many records there are, and how many were looked at. */
  total: number
  looked: number
  empty: number
  converted: number
  lost: number
  examples: { before: string; after: string }[]
  /** Cells that have no value of the new type, as far as were looked at: what they hold and why. */
  lostCells: { recordId: string; text: string; issue: Issue }[]
  /** What the field would be set to: a select has its options by now. */
  settings: Record<string, unknown>
  uses: FieldUse[]
}

/** What would become of a field's values under another type, before anything is touched. */
export const previewConversion = async (
  context: Context,
  objectName: string,
  fieldName: string,
  wanted: NewType,
): Promise<ConversionPreview> => {
  requireConfigure(context)
  const object = definitionOf(context, objectName)
  const field = fieldOf(object, fieldName)
  const to = await planConversion(context, object, field, wanted)
  const total = await estimateRows(context.workspace.db, object.id)
  const seen = await lookAtCells(context, object, field, to)
  return { total, ...seen, settings: to.settings, uses: usesIn(context, object.name, field.name) }
}

/** What the field would be kept as; refuses what cannot be: a type the field's part does not allow, more options than fit. */
export const planConversion = async (
  context: Context,
  object: ObjectType,
  field: Field,
  wanted: NewType,
): Promise<Omit<Kept, 'id'>> => {
  const to = fieldTypeRegistry[wanted.type]
  if (!to) throw refusal('type', 'unknown-field-type', { type: wanted.type })
  requireChangeable(context, object, field, to.valueType)
  const parsed = to.settings.safeParse(wanted.settings ?? {})
  if (!parsed.success)
    throw new AppError('invalid-values', {
      issues: parsed.error.issues.map((issue) => ({
        path: ['settings', ...issue.path].join('.'),
        code: 'invalid-setting',
        params: { reason: issue.message },
      })),
    })
  if (!to.settingsFor) return { type: wanted.type, settings: parsed.data }
  // An option for each value would tell them all.
  if (context.access.covers && hasCover(field, fieldTypeRegistry)) throw refusal('type', 'field-is-fixed')
  const texts = await distinctTexts(context, object, field)
  const settings = texts.length >= DISTINCT ? null : to.settingsFor(texts, parsed.data)
  if (!settings) throw refusal('type', 'too-many-options', { max: DISTINCT - 1 })
  return { type: wanted.type, settings }
}

const refusal = (path: string, code: string, params?: Record<string, string | number>): AppError =>
  new AppError('invalid-values', { issues: [{ path, code, ...(params ? { params } : {}) }] })

/** Fields the platform fills or knows customers by are its own; what conditions rest on must stay what they compare. */
const requireChangeable = (context: Context, object: ObjectType, field: Field, valueType: string): void => {
  const from = fieldTypeRegistry[field.type]
  const isHeld = [object.stageField, object.partOf?.relation, object.partOf?.position].includes(field.name)
  if (field.readOnly || field.identifies || isHeld) throw refusal('type', 'field-is-fixed')
  if (from?.valueType === valueType) return
  const uses = usesIn(context, object.name, field.name).filter(({ how }) => how === 'decides')
  if (uses.length > 0) throw refusal('type', 'field-decides', { uses: uses.map(({ label }) => label).join('、') })
}

/** Texts as people see them, one of each; as many as are needed to know that there are too many. */
const distinctTexts = async (context: Context, object: ObjectType, field: Field): Promise<string[]> => {
  const rows = await context.workspace.db.query<{ id: string; raw: string }>(
    `SELECT (array_agg(id))[1] AS id, raw FROM (SELECT id, ${field.id}::text AS raw FROM w.${object.id}
       WHERE ${field.id} IS NOT NULL AND deleted_at IS NULL) held GROUP BY raw LIMIT ${DISTINCT}`,
  )
  if (rows.length >= DISTINCT) return rows.map(({ raw }) => raw)
  const ids = rows.map(({ id }) => id)
  const converter = await openConverter(context, field, { id: field.id, type: 'long-text', settings: {} })
  const cells = await context.workspace.db.query<{ raw: unknown }>(
    `SELECT ${field.id} AS raw FROM w.${object.id} WHERE id = ANY($1::uuid[])`,
    [ids],
  )
  const fromRow = converter.from.type.fromRow
  const values = cells.map(({ raw }) => (fromRow ? fromRow(raw) : raw) as never)
  return [...new Set((await converter.convert(values)).map(({ shown }) => shown))].toSorted((a, b) =>
    a.localeCompare(b, 'zh-CN'),
  )
}

type Seen = Omit<ConversionPreview, 'total' | 'settings' | 'uses'>

const lookAtCells = async (context: Context, object: ObjectType, field: Field, to: Omit<Kept, 'id'>): Promise<Seen> => {
  const seen: Seen = { looked: 0, empty: 0, converted: 0, lost: 0, examples: [], lostCells: [] }
  const converter = await openConverter(context, field, { ...to, id: field.id })
  // Who sets up fields need not be told what customers' numbers are.
  const isCovered = context.access.covers && hasCover(field, fieldTypeRegistry)
  let after: string | null = null
  while (seen.looked < LOOKED_AT) {
    // The column is read twice under one name: there is no other yet.
    const cells = await readCells(context.workspace.db, { table: object.id, from: field, to: field, after, limit: CHUNK })
    const converted = await converter.convert(cells.map(({ value }) => value))
    for (const [index, { shown, parsed }] of converted.entries()) {
      const value = cells[index]?.value ?? null
      const told = isCovered && value !== null ? coverOf(field, value) : shown
      note(seen, converter, cells[index]?.id ?? '', { shown: told, parsed, isCovered })
    }
    seen.looked += cells.length
    after = cells.at(-1)?.id ?? null
    if (cells.length < CHUNK) break
  }
  return seen
}

const note = (
  seen: Seen,
  { to }: Awaited<ReturnType<typeof openConverter>>,
  recordId: string,
  { shown, parsed, isCovered }: ConvertedCell & { isCovered: boolean },
): void => {
  if (!parsed.ok) {
    seen.lost++
    const { code, params } = parsed
    if (seen.lostCells.length < MOST_LISTED)
      seen.lostCells.push({ recordId, text: shown.slice(0, 200), issue: { path: '', code, ...(params ? { params } : {}) } })
  } else if (parsed.value === null) seen.empty++
  else {
    seen.converted++
    const after = isCovered ? (to.type.mask?.(parsed.value) ?? '***') : to.type.format(parsed.value, to.settings, 'zh-CN')
    if (seen.examples.length < MOST_EXAMPLES && !seen.examples.some(({ before }) => before === shown))
      seen.examples.push({ before: shown.slice(0, 200), after: after.slice(0, 200) })
  }
}
