import type { Value } from '@jieli/core'
import { formatValue } from '../records/find-records.ts'
import type { NewNotice } from '../notices/write-notices.ts'
import { managerOf } from '../directory/directory-store.ts'
import type { Context } from '../workspace/workspace.ts'

interface NewLead {
  recordId: string
  values: Record<string, Value>
  ownerId: string | null
  dueAt: string | null
}

/** The first notice of a new lead: to its owner; when nobody could take it, to whoever manages where it belongs. */
export const assignmentNotices = (
  context: Context,
  leads: readonly NewLead[],
  titles: Readonly<Record<string, string>>,
): NewNotice[] =>
  leads.flatMap((lead) => {
    const userId = lead.ownerId ?? managerOfQueue(context, lead)
    if (userId === null) return []
    const name = String(lead.values['name'] ?? '匿名咨询')
    const facts = factsOf(context, lead, titles)
    return [
      lead.ownerId === null
        ? {
            userId,
            kind: 'queue-waiting' as const,
            recordId: lead.recordId,
            title: `${name} 没有人能接，在待分配队列`,
            lines: ['所有规则都没有可接的人，请改派'],
            facts,
          }
        : {
            userId,
            kind: 'lead-assigned' as const,
            recordId: lead.recordId,
            title: `新线索：${name}`,
            lines: noteLines(lead),
            facts,
          },
    ]
  })

const noteLines = (lead: NewLead): string[] =>
  typeof lead.values['note'] === 'string' && lead.values['note'] !== '' ? [lead.values['note'].slice(0, 120)] : []

const factsOf = (
  context: Context,
  lead: NewLead,
  titles: Readonly<Record<string, string>>,
): { name: string; value: string }[] => {
  const info = context.workspace.config.current.objects.get('lead')
  return (['subject', 'grade', 'source', 'campus'] as const).flatMap((name) => {
    const field = info?.fields.get(name)
    const value = lead.values[name] ?? null
    if (!field || value === null) return []
    return [{ name: field.label['zh-CN'].slice(0, 5), value: titles[String(value)] ?? formatValue(field, value) }]
  })
}

/** The manager of the nearest department from the lead's campus up. */
const managerOfQueue = (context: Context, lead: NewLead): string | null => {
  const { departments, departmentOfCampus, users } = context.workspace.directory.current
  const path = departmentOfCampus.get(String(lead.values['campus'] ?? ''))
  const nearest = [...departments.values()]
    .filter((department) => path?.startsWith(department.path))
    .toSorted((a, b) => b.path.length - a.path.length)
  const manager = nearest.map((department) => department.managerId).find((id) => id !== null)
  return (
    manager ??
    [...users.values()].find(
      (user) =>
        user.active && managerOf(context.workspace.directory.current, user.id) === null && user.roleIds.includes('manager'),
    )?.id ??
    null
  )
}
