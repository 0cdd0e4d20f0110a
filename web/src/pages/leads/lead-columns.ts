import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'

/** A list without columns of its own shows these, as far as they exist and may be seen. */
const usualColumns = ['name', 'phone', 'subject', 'intent', 'stage', 'owner', 'nextAction']

/** What is shown beside them when an admin has just made it: a new field is seen at once, without touching the view. */
const usualFields = new Set([
  'contact',
  'studentName',
  'grade',
  'trialTime',
  'campus',
  'note',
  'budget',
  'decisionRole',
  'outcome',
  'lostStage',
  'lostOutcome',
  'nextAt',
  'assignedAt',
  'firstFollowUpAt',
  'lastFollowUpAt',
  'followUpCount',
  'firstResponseMinutes',
  'assignmentQueue',
  'source',
  'touchCount',
  'utmSource',
  'utmMedium',
  'utmCampaign',
  'clickIds',
  'wechat',
  'tags',
])

/**
 * The fields of a list in order. 下一步 carries its due time, so the two are one column, the last.
 * `isExact`: somebody chose the columns for themselves, so nothing is shown beside them and the order is theirs.
 */
export const columnsOf = (object: ObjectMeta, chosen: string[] | undefined, isExact = false): FieldMeta[] => {
  const names = chosen && chosen.length > 0 ? chosen : usualColumns
  const known = names.flatMap((name) => object.fields.find((field) => field.name === name) ?? [])
  const due = object.fields.filter(
    ({ name }) => name === 'nextAction' && (names.includes('nextAction') || names.includes('nextAt')),
  )
  const shown = known.filter(({ name }) => name !== 'nextAction' && !(due.length > 0 && name === 'nextAt'))
  if (isExact) return known.filter(({ name }) => !(due.length > 0 && name === 'nextAt' && names.includes('nextAction')))
  const fresh = object.fields
    .filter(
      (field) =>
        !field.system && !usualFields.has(field.name) && !names.includes(field.name) && !usualColumns.includes(field.name),
    )
    .slice(-3)
  return [...shown, ...fresh, ...due]
}
