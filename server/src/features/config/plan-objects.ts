import { canonicalJson, targetsOf, type Field, type ObjectType } from '@jieli/core'
import type { Option } from '@jieli/core/fields/option'
import { standardObjects } from '@jieli/extensions/standard-objects'
import { fieldTypeRegistry } from '../../registries.ts'
import { columnType } from '../objects/object-tables.ts'
import type { PlanPart, Risk, WantedField, WantedObject } from './plan-part.ts'

/** Without these the platform cannot take in, give out or follow up anything. */
const isNeeded = (name: string): boolean => Object.hasOwn(standardObjects, name)

const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)

/** What making an object into another takes, part by part. Columns go nowhere: a field that is taken away keeps its data. */
export const planObject = (name: string, now: ObjectType | undefined, wanted: WantedObject | undefined): PlanPart[] => {
  const part = { kind: 'object', id: name } as const
  if (!now) return wanted ? [{ ...part, action: 'create', before: null, after: wanted }] : []
  if (!wanted)
    return [
      {
        ...part,
        action: 'remove',
        before: now,
        after: null,
        ...(isNeeded(name) && { risk: { level: 'stop', code: 'object-is-needed' } }),
      },
    ]
  return [...planHead(name, now, wanted), ...planFields(name, now, wanted)]
}

/** All of an object but its fields; their order counts as part of it. */
export const headOf = ({ fields, id: _id, ...head }: ObjectType | WantedObject, known: ReadonlySet<string>) => ({
  ...head,
  fieldOrder: fields.map((field) => field.name).filter((field) => known.has(field)),
})

const planHead = (name: string, now: ObjectType, wanted: WantedObject): PlanPart[] => {
  const wantedNames = new Set(wanted.fields.map((field) => field.name))
  const inBoth = new Set(now.fields.map((field) => field.name).filter((field) => wantedNames.has(field)))
  const [before, after] = [headOf(now, inBoth), headOf(wanted, inBoth)]
  return isSame(before, after) ? [] : [{ kind: 'object', id: name, action: 'change', before, after }]
}

const planFields = (name: string, now: ObjectType, wanted: WantedObject): PlanPart[] => {
  const [was, is] = [byName(now.fields), byName(wanted.fields)]
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((field): PlanPart[] => {
    const [before, after] = [was.get(field), is.get(field)]
    const part = { kind: 'object', id: name, field, before: before ?? null, after: after ?? null } as const
    if (!before) return [{ ...part, action: 'create' }]
    if (!after) return [{ ...part, action: 'remove' }]
    if (isSame(withoutId(before), withoutId(after))) return []
    const risk = riskOfChange(before, after)
    return [{ ...part, action: 'change', ...(risk && { risk }) }]
  })
}

const byName = <F extends WantedField>(fields: readonly F[]): Map<string, F> =>
  new Map(fields.map((field) => [field.name, field]))

/** What of a field a file says; one that may repeat and one that does not say so are the same. */
export const withoutId = ({ id: _id, unique, ...field }: WantedField): Omit<WantedField, 'id'> =>
  unique ? { ...field, unique } : field

const optionsOf = ({ settings }: WantedField): Option[] => (Array.isArray(settings['options']) ? settings['options'] : [])

/** What people could lose by it, worst first. */
const riskOfChange = (before: Field, after: WantedField): Risk | undefined => {
  const [from, to] = [columnType(before.type, before.settings), columnType(after.type, after.settings)]
  if (from !== to) return { level: 'stop', code: 'column-must-change', detail: `${before.type} → ${after.type}` }
  if (before.type !== after.type) return { level: 'ask', code: 'type-changes', detail: `${before.type} → ${after.type}` }
  const kept = new Set(optionsOf(after).map((option) => option.id))
  const gone = optionsOf(before).filter((option) => !kept.has(option.id))
  if (gone.length > 0)
    return { level: 'ask', code: 'options-go', detail: gone.map((option) => option.label['zh-CN']).join('、') }
  const targets = targetsOf(after, fieldTypeRegistry)
  const left = targetsOf(before, fieldTypeRegistry).filter((object) => !targets.includes(object))
  if (left.length > 0) return { level: 'ask', code: 'targets-go', detail: left.join('、') }
  if (before.identifies !== after.identifies) return { level: 'ask', code: 'identity-changes' }
  if (before.sensitive && !after.sensitive) return { level: 'ask', code: 'becomes-sensitive-less' }
  return undefined
}

/** Objects of a file or a template with the ids that this workspace gave to those of the same name. */
export const attachIds = (
  now: Readonly<Record<string, ObjectType>>,
  wanted: Readonly<Record<string, WantedObject>>,
): Record<string, WantedObject> =>
  Object.fromEntries(
    Object.entries(wanted).map(([name, object]) => {
      const here = now[name]
      if (!here) return [name, object]
      const ids = new Map(here.fields.map((field) => [field.name, field.id]))
      const fields = object.fields.map((field) => {
        const id = ids.get(field.name)
        return id === undefined ? field : { ...field, id }
      })
      return [name, { ...object, id: here.id, fields }]
    }),
  )
