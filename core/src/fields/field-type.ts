import type { z } from 'zod'
import type { Label, Locale } from '../i18n/label.ts'
import type { Expression, Value, ValueType } from '../formulas/expression.ts'
import type { IssueCode } from '../i18n/issue-texts.ts'

/** What `parse` answers: the value as it is stored, or why it is not one. */
export type Parsed = { ok: true; value: Value } | { ok: false; code: IssueCode; params?: Record<string, string | number> }

/** What a field's values are worked out from, and what they are like. */
export interface Computation {
  expression: Expression
  /**
   * The type its results have: the engine keeps, shows, masks and filters them as it does fields of that type. Named
   * outright, or that of a field at hand: `{ field: 'campus.name' }`, `{ object: 'order', field: 'amount' }`.
   */
  as: { type: string; settings: Record<string, unknown> } | { field: string; object?: string }
}

/** How numbers that the platform hands out are written. */
export interface Numbering {
  /** Numbers count up from one within it: `202611`; '' when they never begin anew. */
  period: string
  write(number: number): string
}

/**
 * The pure face of a field type: everything the engine needs to keep, check, show and find values of this kind.
 * The engine never asks for a type's name; what it must know is a member here, with a default.
 */
export interface FieldType<Settings = Record<string, unknown>> {
  /** Kebab case, stable: `multi-select`. */
  name: string
  label: Label
  /** Lucide icon name. */
  icon: string
  /** What an admin may set on a field of this type; defaults fill in. */
  settings: z.ZodType<Settings>
  /** The type of its values in the formula language. */
  valueType: ValueType
  /** The PostgreSQL column type, e.g. `text`, `numeric(18,2)`, `timestamptz`, `uuid`, `text[]`. */
  column(settings: Settings): string
  /**
   * Input from a person, a file or a program → stored value. '' and blanks are null. Must accept what `format` writes.
   * Tolerant of real spelling (full-width digits, labels instead of option ids), strict about meaning.
   */
  parse(input: unknown, settings: Settings): Parsed
  /** Stored value → text for people. Null is ''. */
  format(value: Value, settings: Settings, locale: Locale): string
  /**
   * SQL that makes of a column what `format` makes of its value, character for character, where PostgreSQL does it much
   * faster: files of many rows are written with it. `column` is SQL of the stored value; null stays null. Undefined, and
   * the default: values are formatted one by one.
   *
   * @example textSql: (column, { timeZone }) => `to_char(${column} AT TIME ZONE '${timeZone}', 'YYYY-MM-DD HH24:MI')`
   */
  textSql?(column: string, settings: Settings, locale: Locale): string | undefined
  /**
   * What someone with the `mask` right sees instead, and everybody until they ask, where the field is sensitive. It has
   * three stars in a row and `parse` refuses it, so that a form cannot write it over the value. Default: `***`.
   */
  mask?(value: Value): string
  /**
   * SQL that makes of a column what `mask` makes of its value, character for character: by what a cover shows one may look for
   * it (尾号 5678). Absent: who sees it covered finds it by the whole value only.
   *
   * @example coverSql: (column) => `left(${column}, 4) || '**********' || right(${column}, 4)`
   */
  coverSql?(column: string): string
  /** Values on which identity and duplicates rest, normalised; e.g. phone → `+8613800138000`. Absent: not an identity. */
  identity?(value: Value): string | null
  /**
   * SQL of what is the same in two values that count as one, for fields whose values may not repeat: a text's case and width
   * tell nothing apart. It becomes an index, so it is made of immutable functions and short. Absent: a field of this type
   * cannot be told not to repeat.
   *
   * @example uniqueKey: (column) => `lower(${column})`
   */
  uniqueKey?(column: string): string
  /** True for values people make up to get past a form: 13800138000, 11111111. Kept and flagged, never refused. Default: no. */
  isSuspicious?(value: Value): boolean
  /** Stored value → parameter of the driver, e.g. JSON text for a jsonb column. Default: the value itself. */
  toRow?(value: Value): unknown
  /**
   * What the driver gives → stored value, e.g. the text of a numeric → number. Default: as it is. The driver is set up so
   * that timestamptz is an ISO string in UTC with milliseconds, date `YYYY-MM-DD`, numeric text, jsonb parsed.
   */
  fromRow?(raw: unknown): Value
  /** Index made when views or rules filter or sort by the field. Default `btree`. */
  index?: 'btree' | 'gin' | 'none'
  /** How text search finds it: Chinese by pairs of characters, numbers by fragments. Absent: not searchable. */
  search?: 'bigram' | 'trigram'
  /** True when the column holds an id of another record; `settings.object` names the object (`user`, `department` too). */
  isRelation?: boolean
  /**
   * For values that point to a record of any of several objects, each written with its object, `lead:0193…`
   * (`core/src/fields/link.ts`): the names of those objects. Such a field is no way to fields of the other side. Absent: its
   * values say no object.
   *
   * @example targets: ({ objects }) => objects
   */
  targets?(settings: Settings): readonly string[]
  /**
   * True for structures (hours of a week, click trails) in jsonb columns: conditions, formulas, sorting and grouping must
   * not use the field, for the language has no type for it. Default: usable.
   */
  isOpaque?: boolean
  /**
   * True when its numbers are kept in hundredths: 12.5 for 12.5 %. Written formulas reckon with the share, 0.125; conditions
   * that compare such a field go on comparing what is kept. Default: no.
   */
  isShare?: boolean
  /**
   * True when one value is written in many ways (`138 0013 8000`, `+8613800138000`): a whole value that a condition compares it
   * with is read by `parse` first, so that people find it however they write it. Default: no.
   */
  hasSpellings?: boolean
  /** True when its values are ids of stored files: written to a record, they are hung on it. Default: no. */
  holdsFiles?: boolean
  /**
   * How a value of another type becomes one of this when a field's type changes, where reading what people see of it would
   * not do: a day is cut from an instant. Undefined: read it as if it were typed. Default: always so.
   */
  adopt?(
    value: Value,
    from: { valueType: ValueType; settings: Record<string, unknown> },
    settings: Settings,
  ): Parsed | undefined
  /**
   * Settings that take these texts in, made when a field of another type becomes one of this: a select gets an option for
   * each. Null: there are more than it can hold. Default: the settings as they are.
   */
  settingsFor?(texts: readonly string[], settings: Settings): Settings | null
  /** For values that nobody types but that follow from others: from what, and what they are like. Absent: people fill it. */
  computed?(settings: Settings): Computation
  /**
   * For fields that stand for rows kept as records of an object of their own, each part of the record that has the field: over
   * which relation of theirs (`line.order`), and how many one record may have. What is shown in the field's place is what
   * `computed` says. Absent: the field's value is all there is.
   *
   * @example parts: ({ over, max }) => ({ over, max })
   */
  parts?(settings: Settings): { over: string; max: number }
  /** For values that are numbers handed out by the platform, one to a record, on the civil day it was made (`2026-11-22`). */
  numbering?(settings: Settings, day: string): Numbering
  /** For the laws and for previews. `values` are stored values. */
  samples: { settings: Settings; values: Value[]; bad: unknown[] }[]
}

/** The registry as the engine takes it: names to types. */
export type FieldTypes = Readonly<Record<string, FieldType>>

/** A shorthand that keeps the settings' type. */
export const defineFieldType = <S>(type: FieldType<S>): FieldType<S> => type
