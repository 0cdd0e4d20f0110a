import { hasCover, textOf, type FieldInfo, type Value } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import { coverOf } from './cover-of.ts'
import { formatValue, idsIn } from './find-records.ts'
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
  { info, rights, titles, locale }: Omit<EventDataReader, 'context'>,
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
          : readable(field, value, { titles, locale })
    const told = { field: name, label: textOf(field.label, locale), before: text(change.before), after: text(change.after) }
    // Of records that this reader may not know, neither coming nor going is told.
    return pointsToMany(field) && told.before === told.after ? [] : [told]
  })

const pointsToMany = (field: FieldInfo): boolean => {
  const type = fieldTypeRegistry[field.type]
  return type?.isRelation === true && type.valueType === 'list'
}

const readable = (field: FieldInfo, value: Value, { titles, locale }: Pick<EventDataReader, 'titles' | 'locale'>): string => {
  if (pointsToMany(field))
    return idsIn(value)
      .flatMap((id) => titles[id] ?? [])
      .join('、')
  return typeof value === 'string' && titles[value] !== undefined ? titles[value] : formatValue(field, value, locale)
}
