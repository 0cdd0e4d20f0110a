import type { Value } from '../formulas/expression.ts'

/** One record as the API gives it: field names to values, only those the reader may see. */
export interface CrmRecord {
  id: string
  rev: number
  values: Record<string, Value>
  /** Rows of its sub-tables, in order, by the field that stands for them: only those that were asked for. */
  rows?: Record<string, CrmRecord[]>
}
