import type { Issue } from '../errors/app-error.ts'
import type { Expression } from '../formulas/expression.ts'
import type { FieldRead } from './field-read.ts'

/** What the engine knows of a field whose values follow from others. */
export interface ComputedField {
  expression: Expression
  /** What it reads, as its definition says it: computed fields among them are not opened up. */
  reads: readonly FieldRead[]
  /** Its result moves with time or with who asks: it has no column and is reckoned at every read. */
  isVolatile: boolean
  /** It would tell what covered values say: its own come covered as well. Merely whether there is one is no telling. */
  tellsCovered: boolean
  /** It asks of children, so only the database has all it needs. */
  asksChildren: boolean
  /** How many computed fields it stands on, one upon the other: those of one level can be reckoned together. */
  level: number
  /** Why it cannot be reckoned: what it reads is gone, or it stands on itself. It keeps what it had. */
  fault?: Issue
}
