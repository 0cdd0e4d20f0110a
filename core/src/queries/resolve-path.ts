import { AppError } from '../errors/app-error.ts'
import type { FieldInfo, ObjectInfo, Snapshot } from '../config/snapshot.ts'
import type { IssueCode } from '../i18n/issue-texts.ts'
import type { FieldTypes } from '../fields/field-type.ts'
import { hasCover } from '../fields/has-cover.ts'
import { isSeenInPart, targetsOf } from '../fields/points-to.ts'
import type { FunctionRegistry } from '../formulas/formula-function.ts'
import type { Access } from '../permissions/access.ts'
import type { AuthorisedChildren } from './authorise-expressions.ts'
import type { RowScope } from '../permissions/role.ts'
import type { ObjectAccess } from '../permissions/unite-rights.ts'

/** One relation crossed on the way to a field, with the rows that may be seen on the other side. */
export interface Hop {
  /** Path so far: `campus`, `campus.department`. */
  path: string
  relation: FieldInfo
  target: ObjectInfo
  rows: RowScope[]
  /** On this side: the rows whose relation may be read. Undefined: all of the reader's. */
  readable: RowScope[] | undefined
}

/** The records of an object that a reader may know. */
export interface KnownRecords {
  target: ObjectInfo
  rows: RowScope[]
}

/** A field path, found and allowed. On rows where it may not be read it is absent, to conditions as to the eye. */
export interface ResolvedField {
  path: string
  field: FieldInfo
  hops: Hop[]
  /** Masked on every row. */
  masked: boolean
  /** Read by somebody to whom sensitive values come covered: shown so on every row, and asked only for whole values. */
  covered: boolean
  /** The rows on which it may be read and used. Undefined: all of the reader's. */
  readable: RowScope[] | undefined
  /** The rows on which it is shown at least masked. Undefined: all of the reader's. */
  shown: RowScope[] | undefined
  /** Of a field that is seen in part: which records it may point to this reader may know. The others are not in its value. */
  links?: KnownRecords[]
  /** Of a field that has no column but is reckoned at every read: what from. */
  reckoned?: {
    object: ObjectInfo
    fields: ReadonlyMap<string, ResolvedField>
    children: ReadonlyMap<string, AuthorisedChildren>
  }
}

export interface AuthoriseContext {
  snapshot: Snapshot
  access: Access
  fieldTypes: FieldTypes
  functions: FunctionRegistry
}

const MOST_HOPS = 3
/** The one answer for a field that is unknown, forbidden, or not to be used so: which of them must not be told. */
export const forbidden = (path: string): AppError => new AppError('unknown-field', { details: { field: path } })

/** Of a field that may be read, so its name is no secret: it was used in a way that would uncover it. */
export const covered = (path: string): AppError => new AppError('covered-field', { details: { field: path } })

/** A query beyond what we let the database try: which limit it passes, as a sentence, is the issue's. */
export const tooCostly = (code: IssueCode, max: number): AppError =>
  new AppError('query-too-costly', { details: { limit: max }, issues: [{ path: '', code, params: { max } }] })

/** The object as this person may know it. Unknown and forbidden are one error. */
export const openObject = (
  name: string,
  { snapshot, access }: AuthoriseContext,
): { info: ObjectInfo; rights: ObjectAccess } => {
  const info = snapshot.objects.get(name)
  const rights = info && access.object(info)
  if (!info || !rights || rights.read.length === 0) throw new AppError('unknown-object', { details: { object: name } })
  return { info, rights }
}

/** The object that a relation points to; undefined for a field that is none. `campus` of a lead gives `campus`. */
export const targetOf = (field: FieldInfo, context: AuthoriseContext): string | undefined =>
  context.fieldTypes[field.type]?.isRelation ? String(field.settings['object'] ?? field.type) : undefined

/** Of the records that a field may point to those that the reader may know, object by object. */
const knownTargets = (field: FieldInfo, context: AuthoriseContext): KnownRecords[] =>
  targetsOf(field, context.fieldTypes).flatMap((name) => {
    const target = context.snapshot.objects.get(name)
    return target ? [{ target, rows: context.access.object(target)?.read ?? [] }] : []
  })

/**
 * Finds a path and the rights along it. `purpose` tells showing from using: a masked field may be shown (masked) but not
 * filtered, sorted, grouped or searched by, because an order or a count would tell what the mask hides.
 */
export const resolvePath = (
  path: string,
  purpose: 'show' | 'use',
  root: ObjectInfo,
  context: AuthoriseContext,
): ResolvedField => {
  const parts = path.split('.')
  if (parts.length > MOST_HOPS + 1) throw forbidden(path)
  const hops: Hop[] = []
  let info = root
  for (const [index, part] of parts.entries()) {
    const rights = context.access.object(info)
    const field = info.fields.get(part)
    const right = field && rights ? rights.best(field) : 'none'
    const isLast = index === parts.length - 1
    // A shift or a location is shown and edited whole; no condition, order or count is over it.
    const isOpaque = purpose === 'use' && field !== undefined && context.fieldTypes[field.type]?.isOpaque === true
    if (!field || !rights || isOpaque || right === 'none' || (right === 'mask' && (purpose === 'use' || !isLast)))
      throw forbidden(path)
    const readable = rights.rowsWith(field, 'read')
    const target = context.snapshot.objects.get(targetOf(field, context) ?? '')
    const targetRights = target && context.access.object(target)
    const isMany = context.fieldTypes[field.type]?.valueType === 'list'
    if (isLast) {
      const links = isSeenInPart(field, context.fieldTypes) ? { links: knownTargets(field, context) } : {}
      const covered = context.access.covers && hasCover(field, context.fieldTypes)
      const shown = rights.rowsWith(field, 'mask')
      return { path, field, hops, masked: right === 'mask', covered, readable, shown, ...links }
    }
    // One record's field is one value: of many records only children may be asked.
    if (!target || isMany || !targetRights || targetRights.read.length === 0) throw forbidden(path)
    hops.push({ path: parts.slice(0, index + 1).join('.'), relation: field, target, rows: targetRights.read, readable })
    info = target
  }
  throw forbidden(path)
}
