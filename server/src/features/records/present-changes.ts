import { textOf, type FieldInfo, type ObjectInfo, type Value } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import { formatValue } from './find-records.ts'
import type { RightsOnRecord } from './rights-on-record.ts'

export interface ChangeTold {
  field: string
  label: string
  before: string
  after: string
}

/**
 * What changed, in words, as far as this reader may see each field: left out where nothing may be seen, masked where the
 * value may not be read. A sensitive value that can be masked is masked for everybody: a log is no way round being asked
 * who opened the number.
 */
export const presentChanges = (
  info: ObjectInfo,
  rights: RightsOnRecord,
  changes: Readonly<Record<string, { before: Value; after: Value }>>,
  titles: Readonly<Record<string, string>>,
): ChangeTold[] =>
  Object.entries(changes).flatMap(([name, change]) => {
    const field = info.fields.get(name)
    const right = field ? rights(field) : 'none'
    if (!field || right === 'none') return []
    const text = (value: Value): string =>
      value === null
        ? ''
        : right === 'mask' || (field.sensitive && fieldTypeRegistry[field.type]?.mask !== undefined)
          ? (fieldTypeRegistry[field.type]?.mask?.(value) ?? '***')
          : readable(field, value, titles)
    return [{ field: name, label: textOf(field.label), before: text(change.before), after: text(change.after) }]
  })

const readable = (field: FieldInfo, value: Value, titles: Readonly<Record<string, string>>): string =>
  typeof value === 'string' && titles[value] !== undefined ? titles[value] : formatValue(field, value)
