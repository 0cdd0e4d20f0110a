import {
  authoriseRecordQuery,
  AppError,
  recordQuerySchema,
  textOf,
  type Locale,
  type RecordQuery,
  type RecordQueryInput,
  type ResolvedField,
  type Value,
} from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import { authoriseContext } from '../records/authorise-context.ts'
import { formatValue, idsIn } from '../records/find-records.ts'
import type { Context } from '../workspace/workspace.ts'

/** One column of an exported file: what stands above it, and how a value is written. */
export interface ExportColumn {
  path: string
  label: string
  /** Masked values come masked; relations by the title the reader may know; options by label. */
  write(value: Value, refs: Readonly<Record<string, string>>): string
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

/** The columns of an export and the query behind them; asking for what one may not see is refused here, before a byte is sent. */
export const openExport = (
  context: Context,
  input: RecordQueryInput,
  locale: Locale,
): { columns: ExportColumn[]; query: RecordQuery } => {
  const select = input.select ?? readableFields(context, input.object)
  const parsed = recordQuerySchema.safeParse({ ...input, select, count: 'none' })
  if (!parsed.success)
    throw new AppError('invalid-query', { details: { reason: parsed.error.issues[0]?.path.join('.') ?? '' } })
  const authorised = authoriseRecordQuery(parsed.data, authoriseContext(context))
  return { columns: authorised.select.map((resolved) => columnOf(resolved, locale)), query: parsed.data }
}

const columnOf = (resolved: ResolvedField, locale: Locale): ExportColumn => {
  const { field, hops, masked, path } = resolved
  const isRelation = fieldTypeRegistry[field.type]?.isRelation === true
  return {
    path,
    label: [...hops.map((hop) => hop.relation), field].map((one) => textOf(one.label, locale)).join(' · '),
    write: (value, refs) => {
      if (value === null) return ''
      if (masked) return String(value)
      return isRelation
        ? idsIn(value)
            .flatMap((id) => refs[id] ?? [])
            .join('、')
        : formatValue(field, value, locale)
    },
  }
}
