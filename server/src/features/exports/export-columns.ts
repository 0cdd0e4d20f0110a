import {
  authoriseRecordQuery,
  AppError,
  must,
  pointersIn,
  recordQuerySchema,
  targetsOf,
  textOf,
  typeAndSettingsOf,
  type Locale,
  type Pointer,
  type RecordQueryInput,
  type ResolvedField,
  type Value,
} from '@jieli/core'
import { compileWholeList, type Placed, type TextSql } from '../../query/compile-record-query.ts'
import type { Statement } from '../../query/bindings.ts'
import { fieldTypeRegistry } from '../../registries.ts'
import { authoriseContext, queryTimeOf } from '../records/authorise-context.ts'
import { namePointer } from '../records/name-pointer.ts'
import type { Context } from '../workspace/workspace.ts'

/** One column of an exported file: what stands above it, and how what the statement gives is written. */
export interface ExportColumn {
  path: string
  label: string
  /** The records whose titles stand in it, of a stored value; undefined: it points to none, or may not be read. */
  pointersIn: ((value: Value) => Pointer[]) | undefined
  /** Where the statement's rows hold it. */
  place: Placed
  /** Masked values come masked; relations by the title the reader may know; options by label. */
  write(raw: unknown, isReadable: boolean, titles: ReadonlyMap<string, string>): string
}

/** What an export reads and writes, by the rights at the moment it was opened. */
export interface OpenedExport {
  columns: ExportColumn[]
  statement: Statement
  /** Equal for two openings that send the same values of the same rows. */
  rights: string
}

/** What is exported when nobody says: the fields the reader's list can show, then whose it is and since when. */
const alwaysLast = ['owner', 'createdAt']

const readableFields = (context: Context, object: string): string[] => {
  const info = context.workspace.config.current.objects.get(object)
  const rights = info && context.access.object(info)
  if (!info || !rights) return []
  const own = info.definition.fields.filter((field) => !fieldTypeRegistry[field.type]?.isOpaque).map((field) => field.name)
  return [...own, ...alwaysLast].filter((name) => {
    const field = info.fields.get(name)
    return field !== undefined && rights.right(field) !== 'none'
  })
}

/** The columns of an export and the statement behind them; asking for what one may not see is refused here, before a byte is sent. */
export const openExport = (context: Context, input: RecordQueryInput, locale: Locale): OpenedExport => {
  const select = input.select ?? readableFields(context, input.object)
  const parsed = recordQuerySchema.safeParse({ ...input, select, count: 'none' })
  if (!parsed.success)
    throw new AppError('invalid-query', { details: { reason: parsed.error.issues[0]?.path.join('.') ?? '' } })
  const authorised = authoriseRecordQuery(parsed.data, authoriseContext(context))
  context.workspace.fieldUses.note(authorised)
  const statement = compileWholeList(authorised, queryTimeOf(context), textSqlIn(locale))
  const masked = authorised.select.map((resolved) => resolved.masked)
  return {
    columns: authorised.select.map((resolved, index) => columnOf(context, resolved, locale, must(statement.places[index]))),
    statement,
    rights: JSON.stringify([statement, masked]),
  }
}

const textSqlIn =
  (locale: Locale): TextSql =>
  ({ field }, sql) => {
    const { type, settings } = typeAndSettingsOf(field, fieldTypeRegistry)
    return type.textSql?.(sql, settings, locale)
  }

/** The type and its settings are looked up once for the column, not for each of its values. */
const columnOf = (context: Context, resolved: ResolvedField, locale: Locale, place: Placed): ExportColumn => {
  const { field, hops, path } = resolved
  const { type, settings } = typeAndSettingsOf(field, fieldTypeRegistry)
  const points = targetsOf(field, fieldTypeRegistry).length > 0
  return {
    path,
    label: [...hops.map((hop) => hop.relation), field].map((one) => textOf(one.label, locale)).join(' · '),
    pointersIn: points && !resolved.masked ? (value) => pointersIn(field, value, fieldTypeRegistry) : undefined,
    place,
    write: (raw, isReadable, titles) => {
      if (raw === null) return ''
      if (place.isText) return String(raw)
      const value = type.fromRow ? type.fromRow(raw) : (raw as Value)
      if (value === null) return ''
      if (resolved.masked || !isReadable) return type.mask?.(value) ?? '***'
      if (!points) return type.format(value, settings, locale)
      const named = pointersIn(field, value, fieldTypeRegistry).flatMap(({ object, key }) => {
        const title = titles.get(key) ?? ''
        return title === '' ? [] : [namePointer(context, field, { object, title }, locale)]
      })
      return named.join('、')
    },
  }
}
