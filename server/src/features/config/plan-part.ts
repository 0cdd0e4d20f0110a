import type { ConfigKind, Field, ObjectType } from '@jieli/core'

/**
 * Why a part of a plan is not simply done. `ask`: nothing is lost for good, but people would miss something, so somebody must
 * agree. `stop`: it cannot be done this way at all; the rest of the plan can.
 */
export interface Risk {
  level: 'ask' | 'stop'
  code: RiskCode
  /** How many records or people it touches. */
  count?: number
  /** What it is about: names of options, of kinds of column. */
  detail?: string
}

export type RiskCode =
  | 'field-has-values'
  | 'object-has-records'
  | 'object-is-needed'
  | 'column-must-change'
  | 'type-changes'
  | 'options-go'
  | 'targets-go'
  | 'identity-changes'
  | 'role-is-held'
  | 'door-closes'
  | 'becomes-sensitive-less'
  | 'has-duplicates'
  | 'cannot-be-unique'

/** One thing that a plan would do. Fields of an object that stays are parts of their own, so that one can be left undone. */
export interface PlanPart {
  kind: ConfigKind
  id: string
  action: 'create' | 'change' | 'remove'
  /** For a field of an object that exists before and after. */
  field?: string
  /** The item, or the field, before and after; null: not there. */
  before: unknown
  after: unknown
  risk?: Risk
}

/** An object as a file gives it: what was never made here has no ids. */
export type WantedField = Omit<Field, 'id'> & { id?: string }
export type WantedObject = Omit<ObjectType, 'id' | 'fields'> & { id?: string; fields: WantedField[] }
