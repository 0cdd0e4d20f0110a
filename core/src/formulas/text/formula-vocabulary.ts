import type { Locale } from '../../i18n/label.ts'
import type { Value } from '../expression.ts'
import type { FunctionRegistry } from '../formula-function.ts'
import type { FieldTyping } from '../type-expression.ts'

/** The fields a formula may name, by what people call them. `fieldNames` makes one. */
export interface FieldNames {
  /** The paths called so, by API name or by label in any language: one when the name is clear, several when it is not. */
  named(name: string): readonly string[]
  /** Today's name, one that `named` leads back to this path alone. */
  nameOf(path: string): string
  /** Every name there is, to guess what was meant. */
  names(): Iterable<string>
}

/** How people write the values of a field whose stored values they never see: 抖音 for `douyin`. */
export interface ValueNames {
  /** The value called so; the text itself for fields without named values; undefined when it is none of the field's. */
  named(path: string, text: string): Value | undefined
  /** Undefined where the value is written as it is stored. */
  nameOf(path: string, value: Value): string | undefined
}

/** How the fields of one kind of record are written, and its children. */
export interface RecordVocabulary extends FieldTyping {
  fields: FieldNames
  values?: ValueNames
  /** Whether a field's numbers are kept in hundredths, and stand for shares where a formula reckons with them. */
  isShare?(path: string): boolean
  /** Names of its children, by what `over` says: 订单 for `order.lead`. Absent where children cannot be had. */
  children?: FieldNames
  childTyping?(over: string): RecordVocabulary | undefined
}

/** What a formula's text is read and written with. */
export interface FormulaVocabulary extends RecordVocabulary {
  functions: FunctionRegistry
  locale: Locale
  /** The zone in which `"2026-11-21 08:00"` is an instant. Without it instants are written in UTC. */
  timeZone?: string
}
