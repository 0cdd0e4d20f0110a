import type { Expression } from '../formulas/expression.ts'
import { fieldsOf } from '../formulas/fields-of.ts'

/**
 * A member of a setting that names something else. Files carry settings from one workspace to another by these names, so
 * each is checked before anything is written: a name that nothing answers to is refused with the place where it stands.
 */
export interface ConfigReference {
  /** Where in the item: ['columns', 2]. */
  path: readonly (string | number)[]
  /** The kind that is named, or a field of `object`. */
  to: string
  name: string
  /** For fields: the object whose field it is. A path over relations starts there. */
  object?: string
}

type Path = readonly (string | number)[]

/** References to fields of one object, for lists of names and for conditions. */
export const fieldReferences = (object: string, names: readonly (string | undefined)[], path: Path): ConfigReference[] =>
  names.flatMap((name, index): ConfigReference[] =>
    name === undefined ? [] : [{ path: [...path, index], to: 'field', object, name }],
  )

/** Every field that a condition reads. `record.` is the record being decided on, of the rule's own object. */
export const conditionReferences = (object: string, condition: Expression | undefined, path: Path): ConfigReference[] =>
  condition === undefined ? [] : fieldsOf(condition).map((name) => ({ path, to: 'field', object, name }))
