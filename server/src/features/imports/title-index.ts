import type { Issue, ObjectInfo } from '@jieli/core'
import { findRecords } from '../records/find-records.ts'
import type { Context } from '../workspace/workspace.ts'

/** Records that can be named in a file are few (校区, 部门, 同事); beyond this many a title is no name. */
const MOST_TITLES = 5_000
const isId = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/gu, '')

/** Finds the record that a text in a file means. Only records that the importer may see can be meant. */
export interface TitleIndex {
  find(text: string): { id: string } | { issue: Pick<Issue, 'code' | 'params'> }
}

export const openTitleIndex = async (context: Context, target: ObjectInfo): Promise<TitleIndex> => {
  const titles = await titlesOf(context, target)
  const byTitle = Map.groupBy(titles, ([, title]) => fold(title))
  return {
    find: (text) => {
      if (isId.test(text.trim())) return { id: text.trim().toLowerCase() }
      const wanted = fold(text)
      const exact = byTitle.get(wanted)
      // 「仙林」 for 仙林校区 is fine as long as nothing else begins or goes on like that.
      const found = exact ?? (wanted.length >= 2 ? titles.filter(([, title]) => fold(title).includes(wanted)) : [])
      const [one] = found
      if (one && found.length === 1) return { id: one[0] }
      return { issue: { code: one ? 'several-records' : 'no-such-record', params: { value: text.trim().slice(0, 40) } } }
    },
  }
}

const titlesOf = async (context: Context, target: ObjectInfo): Promise<[id: string, title: string][]> => {
  const { users, departments } = context.workspace.directory.current
  if (target.name === 'user') return [...users.values()].filter((user) => user.active).map((user) => [user.id, user.name])
  if (target.name === 'department') return [...departments.values()].map((department) => [department.id, department.name])
  const name = target.definition.titleField
  const titles: [string, string][] = []
  let after: string | undefined
  do {
    const page = await findRecords(context, {
      object: target.name,
      select: [name],
      limit: 1_000,
      ...(after === undefined ? {} : { after }),
    })
    for (const record of page.records) titles.push([record.id, String(record.values[name] ?? '')])
    after = page.next
  } while (after !== undefined && titles.length < MOST_TITLES)
  return titles
}
