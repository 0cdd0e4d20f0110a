import type { Locale } from '../../i18n/label.ts'
import type { Value } from '../expression.ts'
import type { TypingEnvironment } from '../type-expression.ts'

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

/** What a formula's text is read and written with. */
export interface FormulaVocabulary extends TypingEnvironment {
  locale: Locale
  fields: FieldNames
  values?: ValueNames
  /** The zone in which `"2026-11-21 08:00"` is an instant. Without it instants are written in UTC. */
  timeZone?: string
}
