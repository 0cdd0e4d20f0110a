import { convertValue, must, type Parsed, type TypeAndSettings, type Value } from '@jieli/core'
import { fieldTypeRegistry } from '../../../registries.ts'
import { openRecordFinder, type RecordFinder } from '../../imports/record-finder.ts'
import { idsIn, titlesOfObject } from '../../records/find-records.ts'
import type { Context } from '../../workspace/workspace.ts'

/** What a field is kept as: its column, and the type that reads it. */
export interface Kept {
  id: string
  type: string
  settings: Record<string, unknown>
}

/** A cell and what it becomes; `shown` is how people knew it. */
export interface ConvertedCell {
  shown: string
  parsed: Parsed
}

export interface Converter {
  from: TypeAndSettings
  to: TypeAndSettings
  /** In the order of the values. Titles of what relations point to are read once for all. */
  convert(values: readonly Value[]): Promise<ConvertedCell[]>
}

const endOf = ({ type, settings }: Kept): TypeAndSettings => {
  const facts = must(fieldTypeRegistry[type], type)
  return { type: facts, settings: facts.settings.parse(settings) }
}

/**
 * Turns stored values of one kind into stored values of another. Relations are known by the titles of what they point to, in
 * both directions.
 */
export const openConverter = async (context: Context, before: Kept, after: Kept): Promise<Converter> => {
  const [from, to] = [endOf(before), endOf(after)]
  const finder = await openFinder(context, from, to)
  return {
    from,
    to,
    convert: async (values) => {
      const named = await namesOf(context, from, values)
      const shown = values.map((value) => shownOf(value, from, named))
      await finder?.prepare(shown)
      return values.map((value, index) => {
        const text = shown[index] ?? ''
        if (value === null || !finder) return { shown: text, parsed: convertValue(value, from, to, text) }
        const found = finder.find(text)
        return { shown: text, parsed: 'id' in found ? to.type.parse(found.id, to.settings) : refused(found.issue) }
      })
    },
  }
}

const refused = ({ code, params }: { code: string; params?: Record<string, string | number> }): Parsed =>
  ({ ok: false, code, ...(params ? { params } : {}) }) as Parsed

const targetOf = ({ type, settings }: TypeAndSettings): string | undefined =>
  type.isRelation ? String(settings['object'] ?? type.name) : undefined

/** Titles are needed where something that is no id of the same object becomes an id. */
const openFinder = async (context: Context, from: TypeAndSettings, to: TypeAndSettings): Promise<RecordFinder | undefined> => {
  const target = targetOf(to)
  if (target === undefined || targetOf(from) === target) return undefined
  const info = context.workspace.config.current.objects.get(target)
  return info && (await openRecordFinder(context, info))
}

const shownOf = (value: Value, { type, settings }: TypeAndSettings, named: Readonly<Record<string, string>>): string => {
  const titles = type.isRelation ? idsIn(value).flatMap((id) => named[id] ?? []) : []
  return titles.length > 0 ? titles.join('、') : type.format(value, settings, 'zh-CN')
}

const namesOf = async (context: Context, from: TypeAndSettings, values: readonly Value[]): Promise<Record<string, string>> => {
  const target = targetOf(from)
  if (target === undefined) return {}
  const ids = [...new Set(values.flatMap(idsIn))]
  return titlesOfObject(context, target, ids, context.workspace.db)
}
