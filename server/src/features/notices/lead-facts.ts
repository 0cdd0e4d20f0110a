import { textOf, type Value } from '@jieli/core'
import { formatValue } from '../records/find-records.ts'
import type { Context } from '../workspace/workspace.ts'

/** What somebody must know of a lead to act, in the few words a card has room for: subject, grade, source, campus. */
export const leadFacts = (context: Context, values: Readonly<Record<string, Value>>): { name: string; value: string }[] => {
  const { current } = context.workspace.config
  const { campusNames } = context.workspace.directory.current
  return (['subject', 'grade', 'source', 'campus'] as const).flatMap((name) => {
    const field = current.objects.get('lead')?.fields.get(name)
    const value = values[name] ?? null
    if (!field || value === null) return []
    const title =
      campusNames.get(String(value)) ?? (name === 'source' ? current.item('source', String(value))?.label : undefined)
    return [{ name: factNames[name] ?? textOf(field.label), value: title ?? formatValue(field, value) }]
  })
}

/** Five characters are all that a card gives a name. */
const factNames: Readonly<Record<string, string>> = { subject: '科目', grade: '年级' }
