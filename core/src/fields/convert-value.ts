import type { Value } from '../formulas/expression.ts'
import type { FieldType, Parsed } from './field-type.ts'

/** One end of a conversion: a type with its settings filled in. */
export interface TypeAndSettings {
  type: FieldType
  settings: Record<string, unknown>
}

/**
 * A stored value of one field type → the value of another, or why there is none. What the target says itself (`adopt`) comes
 * first; then what people see of the value is read as if it had been typed; then the value itself is read. So labels find
 * options, `¥32,000.00` becomes 32000, and text takes in anything.
 *
 * `shown` is what people see where the type alone does not know it: the title of the record that a relation points to.
 *
 * @example convertValue(32000, { type: money, settings: { currency: 'CNY' } }, { type: number, settings: {} }) // { ok: true, value: 32000 }
 */
export const convertValue = (value: Value, from: TypeAndSettings, to: TypeAndSettings, shown?: string): Parsed => {
  if (value === null) return { ok: true, value: null }
  const adopted = to.type.adopt?.(value, { valueType: from.type.valueType, settings: from.settings }, to.settings)
  if (adopted) return adopted
  const typed = to.type.parse(shown ?? from.type.format(value, from.settings, 'zh-CN'), to.settings)
  if (typed.ok && typed.value !== null) return typed
  const direct = to.type.parse(value, to.settings)
  return direct.ok && direct.value !== null ? direct : typed
}
