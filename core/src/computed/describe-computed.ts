import type { FieldInfo, ObjectInfo } from '../config/snapshot.ts'
import type { Issue } from '../errors/app-error.ts'
import { must } from '../errors/assert.ts'
import type { Computation, FieldType, FieldTypes } from '../fields/field-type.ts'
import { hasCover } from '../fields/has-cover.ts'
import { isSeenInPart } from '../fields/points-to.ts'
import { checkExpression } from '../formulas/check-expression.ts'
import { partsOf, type Expression, type ValueType } from '../formulas/expression.ts'
import { childrenOf } from '../formulas/fields-of.ts'
import { findOpenUse } from '../formulas/find-open-use.ts'
import { MOST_QUESTIONS } from '../formulas/measure-expression.ts'
import type { FunctionRegistry } from '../formulas/formula-function.ts'
import { isVolatile } from '../formulas/is-volatile.ts'
import type { FieldTyping } from '../formulas/type-expression.ts'
import { readsOf, type FieldFinder, type FieldRead } from './field-read.ts'

/** What settings are understood with. */
export interface Language {
  fieldTypes: FieldTypes
  functions: FunctionRegistry
}

/**
 * Fills in what computed fields are: the type their results have, what they read, in which order they are reckoned. `objects`
 * come with their fields as written; they are given back with each computed field as the engine uses it.
 */
export const describeComputed = (objects: ReadonlyMap<string, ObjectInfo>, language: Language): Map<string, ObjectInfo> => {
  const describer = new Describer(objects, language)
  return new Map(
    [...objects].map(([name, info]) => [
      name,
      {
        ...info,
        fields: new Map([...info.fields.keys()].map((field) => [field, describer.fieldOf(name, field) as FieldInfo])),
      },
    ]),
  )
}

class Describer implements FieldFinder {
  readonly #objects: ReadonlyMap<string, ObjectInfo>
  readonly #language: Language
  readonly #done = new Map<string, FieldInfo>()
  /** The computed fields being described, each because the one before reads it. */
  readonly #open: string[] = []
  readonly #cycles = new Map<string, Issue>()

  constructor(objects: ReadonlyMap<string, ObjectInfo>, language: Language) {
    this.#objects = objects
    this.#language = language
  }

  fieldOf(object: string, name: string): FieldInfo | undefined {
    const raw = this.#objects.get(object)?.fields.get(name)
    const type = raw && this.#typeOf(raw)
    if (!raw || !type || (!type.computed && !type.numbering)) return raw
    const key = `${object}.${name}`
    const known = this.#done.get(key)
    if (known) return known
    if (!type.computed) return this.#keep(key, { ...raw, readOnly: true, required: false, isNumbered: true })
    const computation = type.computed(type.settings.parse(raw.settings))
    if (this.#open.includes(key)) {
      this.#noteCycle(key)
      return raw
    }
    this.#open.push(key)
    const described = this.#describe(object, raw, computation)
    this.#open.pop()
    return this.#keep(key, described)
  }

  #keep(key: string, field: FieldInfo): FieldInfo {
    this.#done.set(key, field)
    return field
  }

  targetOf(field: FieldInfo): string | undefined {
    return this.#typeOf(field)?.isRelation ? String(field.settings['object'] ?? field.type) : undefined
  }

  isSeenInPart(field: FieldInfo): boolean {
    return isSeenInPart(field, this.#language.fieldTypes)
  }

  #typeOf(field: Pick<FieldInfo, 'type'>): FieldType | undefined {
    return this.#language.fieldTypes[field.type]
  }

  /** Every field on the way round hears of it, with the way. */
  #noteCycle(key: string): void {
    const round = this.#open.slice(this.#open.indexOf(key))
    const way = [...round, key].map((part) => this.#labelOf(part)).join(' → ')
    for (const part of round) this.#cycles.set(part, { path: '', code: 'formula-cycle', params: { way } })
  }

  #labelOf(key: string): string {
    const [object = '', name = ''] = key.split('.')
    const info = this.#objects.get(object)
    return `${info?.definition.label['zh-CN']}.${info?.fields.get(name)?.label['zh-CN']}`
  }

  #describe(object: string, raw: FieldInfo, { expression, as }: Computation): FieldInfo {
    const read = readsOf(expression, object, this)
    const reads = 'reads' in read ? read.reads : []
    const like = 'type' in as ? as : this.#at(as.object ?? object, as.field)
    const fault =
      this.#cycles.get(`${object}.${raw.name}`) ??
      ('missing' in read ? { path: '', code: 'unknown-field', params: { field: read.missing } } : undefined) ??
      reads.find(({ field }) => field.computed?.fault)?.field.computed?.fault ??
      this.#mismatch(object, { expression, as: like }, reads)
    const standsOn = reads.flatMap(({ field }) => field.computed ?? [])
    const { parts, settings } = must(this.#typeOf(raw), raw.type)
    return {
      ...raw,
      ...(parts ? { parts: parts(settings.parse(raw.settings)) } : {}),
      ...(fault || !like ? {} : { type: like.type, settings: like.settings }),
      readOnly: true,
      required: false,
      requiredWhen: undefined,
      searchable: false,
      identifies: false,
      unique: undefined,
      computed: {
        expression,
        reads,
        isVolatile: isVolatile(expression, this.#language.functions) || standsOn.some((other) => other.isVolatile),
        tellsCovered: this.#tellsCovered(object, expression),
        asksChildren: reads.some(({ way }) => way.some(({ kind }) => kind === 'down')),
        level: 1 + Math.max(0, ...standsOn.map((other) => other.level)),
        ...(fault ? { fault } : {}),
      },
    }
  }

  #tellsCovered(object: string, expression: Expression): boolean {
    const { fieldTypes, functions } = this.#language
    const isCovered = (path: string): boolean => {
      const field = this.#at(object, path)
      return field !== undefined && hasCover(field, fieldTypes)
    }
    return (
      findOpenUse(expression, isCovered, functions).open !== undefined ||
      childrenOf(expression).some((asked) =>
        partsOf(asked).some(({ part }) => this.#tellsCovered(asked.over.split('.')[0] ?? '', part)),
      )
    )
  }

  /** The field at the end of a path. */
  #at(object: string, path: string): FieldInfo | undefined {
    const read = readsOf({ field: path }, object, this)
    return 'reads' in read ? read.reads.at(-1)?.field : undefined
  }

  #mismatch(
    object: string,
    { expression, as }: { expression: Computation['expression']; as: Pick<FieldInfo, 'type' | 'settings'> | undefined },
    reads: readonly FieldRead[],
  ): Issue | undefined {
    const type = as && this.#typeOf(as)
    const opaque = reads.find(({ field }) => this.#typeOf(field)?.isOpaque)
    if (opaque) return { path: '', code: 'unknown-field', params: { field: opaque.field.name } }
    if (!type || type.isOpaque || type.computed)
      return { path: '', code: 'unknown-field-type', params: { type: as?.type ?? '' } }
    if (childrenOf(expression).length > MOST_QUESTIONS)
      return { path: '', code: 'too-many-parts', params: { max: MOST_QUESTIONS } }
    const { functions } = this.#language
    return checkExpression(expression, { functions, ...this.#typing(object), expects: type.valueType }).issues[0]
  }

  #typing(object: string): FieldTyping {
    return {
      typeOf: (path) => this.#valueTypeAt(object, path),
      childTyping: (over) => this.#typing(over.split('.')[0] ?? ''),
    }
  }

  #valueTypeAt(object: string, path: string): ValueType | undefined {
    const field = this.#at(object, path)
    return field && this.#typeOf(field)?.valueType
  }
}
