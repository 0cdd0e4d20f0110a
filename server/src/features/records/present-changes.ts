import { hasCover, isSeenInPart, pointersIn, textOf, type FieldInfo, type Value } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import { coverOf } from './cover-of.ts'
import type { Context } from '../workspace/workspace.ts'
import { formatValue } from './find-records.ts'
import { namePointer } from './name-pointer.ts'
import type { EventDataReader } from './present-event-data.ts'

export interface ChangeTold {
  field: string
  label: string
  before: string
  after: string
}

/**
 * What changed, in words, as far as this reader may see each field: left out where nothing may be seen, masked where the
 * value may not be read. A value that has a cover is covered for everybody: a log is no way round being asked
 * who opened the number.
 */
export const presentChanges = (
  { context, info, rights, titles, locale }: EventDataReader,
  changes: Readonly<Record<string, { before: Value; after: Value }>>,
): ChangeTold[] =>
  Object.entries(changes).flatMap(([name, change]) => {
    const field = info.fields.get(name)
    const right = field ? rights(field) : 'none'
    if (!field || right === 'none') return []
    const text = (value: Value): string =>
      value === null
        ? ''
        : right === 'mask' || hasCover(field, fieldTypeRegistry)
          ? coverOf(field, value)
          : readable(context, field, value, { titles, locale })
    const told = { field: name, label: textOf(field.label, locale), before: text(change.before), after: text(change.after) }
    // Of records that this reader may not know, neither coming nor going is told.
    return isSeenInPart(field, fieldTypeRegistry) && told.before === told.after ? [] : [told]
  })

const readable = (
  context: Context,
  field: FieldInfo,
  value: Value,
  { titles, locale }: Pick<EventDataReader, 'titles' | 'locale'>,
): string => {
  const known = pointersIn(field, value, fieldTypeRegistry).flatMap(({ object, key }) => {
    const title = titles[key]
    return title === undefined ? [] : [namePointer(context, field, { object, title }, locale)]
  })
  return known.length > 0 || isSeenInPart(field, fieldTypeRegistry) ? known.join('、') : formatValue(field, value, locale)
}
