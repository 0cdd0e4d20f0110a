import {
  hasCover,
  targetsOf,
  textOf,
  typeAndSettingsOf,
  type FieldInfo,
  type FieldRight,
  type FieldType,
  type Value,
  type ValueType,
} from '@jieli/core'
import type { Option } from '@jieli/core/fields/option'
import { fieldTypeRegistry } from '../../registries.ts'

export type JsonSchema = Record<string, unknown>

const shapes: Record<ValueType, JsonSchema> = {
  text: { type: ['string', 'null'] },
  number: { type: ['number', 'null'] },
  boolean: { type: ['boolean', 'null'] },
  date: { type: ['string', 'null'], format: 'date' },
  instant: { type: ['string', 'null'], format: 'date-time' },
  id: { type: ['string', 'null'], format: 'uuid' },
  list: { type: ['array', 'null'], items: { type: 'string' } },
  any: {},
}

const optionsOf = (settings: Record<string, unknown>): Option[] =>
  Array.isArray(settings['options']) ? (settings['options'] as Option[]) : []

/** Structures have no type in the language, and so none here. */
const shapeOf = (type: FieldType, options: readonly Option[]): JsonSchema => {
  if (type.isOpaque) return {}
  const shape = shapes[type.valueType]
  if (options.length === 0) return shape
  const ids = options.map((option) => option.id)
  return type.valueType === 'list' ? { ...shape, items: { type: 'string', enum: ids } } : { ...shape, enum: [...ids, null] }
}

/** A stored value that this very field would take: one of the type's own samples, else one of the field's options. */
const exampleOf = (type: FieldType, settings: Record<string, unknown>, options: readonly Option[]): Value | undefined => {
  const [option] = options
  if (option) return type.valueType === 'list' ? [option.id] : option.id
  return type.samples
    .flatMap((sample) => sample.values)
    .find((value) => {
      const parsed = type.parse(value, settings)
      return parsed.ok && JSON.stringify(parsed.value) === JSON.stringify(value)
    })
}

const describe = (field: FieldInfo, options: readonly Option[], notes: readonly string[]): string =>
  [
    textOf(field.label),
    field.help ? textOf(field.help) : '',
    options
      .slice(0, 40)
      .map((option) => `${option.id} ${textOf(option.label)}`)
      .join('，'),
    ...(field.unique ? ['不可重复'] : []),
    ...(fieldTypeRegistry[field.type]?.isShare ? ['百分数：12.5 即 12.5%'] : []),
    ...notes,
  ]
    .filter(Boolean)
    .join('。')

/** A program gets it whole; whoever tries the call in a browser must not wonder. */
const coverNote = '密钥读到的是完整的值；网页登录读到的是遮住的样子，完整的值逐条用 reveal 查看，会留痕'

/** The values of a field as JSON, for somebody with this right on it. */
export const fieldSchema = (field: FieldInfo, right: FieldRight): JsonSchema => {
  const { type, settings } = typeAndSettingsOf(field, fieldTypeRegistry)
  const options = optionsOf(settings)
  if (right === 'mask') return { type: ['string', 'null'], readOnly: true, description: describe(field, [], ['脱敏显示']) }
  const example = exampleOf(type, settings, options)
  const targets = targetsOf(field, fieldTypeRegistry)
  const relation = type.targets
    ? [`对象:记录编号，指向 ${targets.join('、')} 之一；写入时也收 { object, id }`]
    : targets.length > 0
      ? [`记录编号，指向 ${targets.join('')}`]
      : []
  return {
    ...shapeOf(type, options),
    description: describe(field, options, [...relation, ...(hasCover(field, fieldTypeRegistry) ? [coverNote] : [])]),
    ...(right === 'read' ? { readOnly: true } : {}),
    ...(example === undefined ? {} : { examples: [example] }),
  }
}
