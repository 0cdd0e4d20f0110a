import { textOf, type Label } from '@jieli/core'
import { objectsPointedAt, saysObject } from '../../data/meta.ts'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'

export type SectionName = 'customer' | 'needs' | 'progress' | 'origin' | 'other' | 'system' | 'details'
export interface FieldSection {
  name: SectionName
  fields: FieldMeta[]
}

/** How a consultant thinks of a lead. Fields that an admin adds stand under 其他 until somebody places them. */
const ofLead: Partial<Record<SectionName, string[]>> = {
  customer: ['name', 'phone', 'wechat', 'studentName', 'grade', 'contact'],
  needs: ['subject', 'trialTime', 'campus', 'budget', 'decisionRole', 'intent', 'note'],
  progress: [
    'stage',
    'outcome',
    'lostStage',
    'lostOutcome',
    'owner',
    'nextAction',
    'nextAt',
    'assignedAt',
    'firstFollowUpAt',
    'lastFollowUpAt',
    'followUpCount',
    'firstResponseMinutes',
    'assignmentQueue',
  ],
  origin: ['source', 'touchCount', 'utmSource', 'utmMedium', 'utmCampaign', 'clickIds', 'createdAt'],
}
/** Told by the page itself. */
const unseen = new Set(['id', 'rev'])

/** Every field the reader may know, each in exactly one section; empty sections are left out. */
export const fieldSections = (object: ObjectMeta): FieldSection[] => {
  // Rows have a card of their own.
  const known = object.fields.filter(({ name, rows }) => !unseen.has(name) && !rows)
  const groups = object.name === 'lead' ? ofLead : {}
  const placed = new Set(Object.values(groups).flat())
  const byName = new Map(known.map((field) => [field.name, field]))
  const rest = known.filter(({ name }) => !placed.has(name))
  const custom = rest.filter(({ system }) => !system)
  const sections: FieldSection[] = [
    ...Object.entries(groups).map(([name, names]) => ({
      name: name as SectionName,
      fields: names.flatMap((one) => byName.get(one) ?? []),
    })),
    { name: object.name === 'lead' ? 'other' : 'details', fields: custom },
    { name: 'system', fields: rest.filter(({ system }) => system) },
  ]
  return sections.filter(({ fields }) => fields.length > 0)
}

/** Whether this reader may change the field of this object here. */
export const isEditable = (object: ObjectMeta, field: FieldMeta): boolean =>
  object.can.update && field.right === 'write' && !field.readOnly && !field.system

/** The sub-tables of an object, as far as this reader may know them: the field that stands for the rows, and their object. */
export const subTablesIn = (object: ObjectMeta, objects: ObjectMeta[]): { field: FieldMeta; part: ObjectMeta }[] =>
  object.fields.flatMap((field) => {
    const part = objects.find(({ name }) => name === field.rows?.object)
    return part ? [{ field, part }] : []
  })

/** A second list of the same records is told from the first by its field. */
const titleOf = ({ label }: ObjectMeta, by: FieldMeta): Label => ({
  'zh-CN': `${label['zh-CN']} · ${by.label['zh-CN']}`,
  en: `${textOf(label, 'en')} · ${textOf(by.label, 'en')}`,
})

/** Objects whose records point at a record of this one, and by which field: the first of theirs that does, and every link. */
export const relatedTo = (object: string, objects: ObjectMeta[]): { object: ObjectMeta; by: FieldMeta; title?: Label }[] =>
  objects
    .filter(({ partOf }) => partOf?.object !== object)
    .flatMap((one) =>
      one.fields
        .filter((field) => objectsPointedAt(field).includes(object) && !field.system && one.name !== object)
        .filter((by, index) => index === 0 || saysObject(by))
        .map((by, index) => ({ object: one, by, ...(index > 0 ? { title: titleOf(one, by) } : {}) })),
    )
