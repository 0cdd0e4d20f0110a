import { convertValue, must, pointersIn, targetsOf, type Parsed, type TypeAndSettings, type Value } from '@jieli/core'
import { fieldTypeRegistry } from '../../../registries.ts'
import { openPointerFinder } from '../../imports/pointer-finder.ts'
import type { RecordFinder } from '../../imports/record-finder.ts'
import { titlesOfPointers } from '../../records/find-records.ts'
import { namePointer } from '../../records/name-pointer.ts'
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
  const finder = isNearer(before, after) ? undefined : await openPointerFinder(context, fieldOf(after))
  return {
    from,
    to,
    convert: async (values) => {
      const shown = await shownAs(context, before, values)
      await finder?.prepare(shown)
      return values.map((value, index) => {
        const text = shown[index] ?? ''
        if (value === null || !finder) return { shown: text, parsed: convertValue(value, from, to, text) }
        const adopted = to.type.adopt?.(value, { valueType: from.type.valueType, settings: from.settings }, to.settings)
        return { shown: text, parsed: adopted ?? foundBy(finder, text, to) }
      })
    },
  }
}

const foundBy = (finder: RecordFinder, text: string, to: TypeAndSettings): Parsed => {
  const found = finder.find(text)
  return 'id' in found ? to.type.parse(found.id, to.settings) : refused(found.issue)
}

const refused = ({ code, params }: { code: string; params?: Record<string, string | number> }): Parsed =>
  ({ ok: false, code, ...(params ? { params } : {}) }) as Parsed

/** A field as the pointers in its values are read. */
const fieldOf = ({ id, type, settings }: Kept) => ({ name: id, type, settings })

/** Whether all that the one points to the other may point to: titles are needed only where it may not. */
const isNearer = (before: Kept, after: Kept): boolean => {
  const [from, to] = [before, after].map((kept) => targetsOf(fieldOf(kept), fieldTypeRegistry)) as [string[], string[]]
  return from.length > 0 && from.every((object) => to.includes(object))
}

/** Values as people know them: records by their titles. */
const shownAs = async (context: Context, kept: Kept, values: readonly Value[]): Promise<string[]> => {
  const { type, settings } = endOf(kept)
  const field = fieldOf(kept)
  const pointers = values.map((value) => pointersIn(field, value, fieldTypeRegistry))
  const titles = await titlesOfPointers(context, pointers.flat(), context.workspace.db)
  return values.map((value, index) => {
    const named = (pointers[index] ?? []).flatMap(({ object, key }) => {
      const title = titles[key]
      return title === undefined ? [] : [namePointer(context, field, { object, title }, 'zh-CN')]
    })
    return named.length > 0 ? named.join('、') : type.format(value, settings, 'zh-CN')
  })
}
