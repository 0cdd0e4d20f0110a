import { call, field, literal, type Expression } from '@jieli/core'
import { keepIndexes } from '../server/src/features/indexes/keep-indexes.ts'
import { findBoard } from '../server/src/features/records/find-board.ts'
import { findRecords } from '../server/src/features/records/find-records.ts'
import { groupRecords } from '../server/src/features/records/group-records.ts'
import { contextOfUser } from '../server/src/features/workspace/contexts.ts'
import type { Context } from '../server/src/features/workspace/workspace.ts'
import type { BenchWorkspace } from './bench-workspace.ts'
import { alternate, timeLine } from './figures.ts'

const TIMES = 100

const stages = ['new', 'contacted', 'trial-booked', 'visited', 'quoted', 'enrolled', 'lost', 'nowhere']
const shown = ['name', 'phone', 'subject', 'stage', 'nextAction', 'nextAt', 'intent', 'owner']
const equals = (name: string, value: string): Expression => call('equals', field(name), literal(value))

/** What is asked of us, and the plain SQL that answers the same. */
interface Comparison {
  name: string
  ours: () => Promise<unknown>
  plain: { text: string; params: unknown[] }[]
}

/** Lists, searches, groups and boards as people with row scopes ask for them, each beside plain SQL, turn by turn. */
export const measureLists = async (bench: BenchWorkspace): Promise<string[]> => {
  const { db } = bench.opened.workspace
  const comparisons = [
    ...readersOf(bench).flatMap((reader) => [...lists(bench, reader), ...searches(bench, reader)]),
    ...readersOf(bench).flatMap((reader) => overviews(bench, reader)),
  ]
  // As after a day of use: the fields asked for have got their indexes.
  for (const { ours } of comparisons) await ours()
  await keepIndexes(bench.opened.workspace)
  await db.query('UPDATE w.field_index SET uses = uses + 100')
  while (await keepIndexes(bench.opened.workspace));
  const lines: string[] = []
  for (const { name, ours, plain } of comparisons) {
    const [measured, beside] = await alternate(TIMES, ours, () =>
      Promise.all(plain.map(({ text, params }) => db.query(text, params))),
    )
    lines.push(timeLine(name, measured, beside))
  }
  return lines
}

interface Reader {
  who: string
  context: Context
  /** The rows of theirs, as a condition on `t` with one or two parameters. */
  scope: string
  params: unknown[]
}

const readersOf = ({ opened, ids }: BenchWorkspace): [manager: Reader, consultant: Reader] => {
  const consultant = contextOfUser(opened.workspace, ids.users['lina'] ?? '')
  const manager = contextOfUser(opened.workspace, ids.users['zhouxiaotong'] ?? '')
  const path = manager.access.departmentPath ?? '/'
  return [
    {
      who: 'manager',
      context: manager,
      scope: `(t.dept_path COLLATE "C" >= $1 AND t.dept_path COLLATE "C" < $2)`,
      params: [path, `${path.slice(0, -1)}0`],
    },
    { who: 'consultant', context: consultant, scope: 't.owner_id = $1', params: [consultant.access.userId] },
  ]
}

const plainOf = ({ opened }: BenchWorkspace, { scope, params }: Reader) => {
  const info = opened.workspace.config.current.objects.get('lead')
  const column = (name: string): string => info?.fields.get(name)?.column ?? name
  const columns = shown.map((name) => `t.${column(name)}`).join(', ')
  const from = (where: string, join = '') =>
    `FROM w.${info?.table} t ${join} WHERE t.deleted_at IS NULL AND ${scope} AND ${where}`
  const page = (where: string, order = 't.created_at DESC, t.id DESC', join = '') => ({
    text: `SELECT t.id, t.rev, ${columns} ${from(where, join)} ORDER BY ${order} LIMIT 51`,
    params,
  })
  const capped = (where: string, join = '') => ({
    text: `SELECT count(*) FROM (SELECT 1 ${from(where, join)} LIMIT 1001) c`,
    params,
  })
  return { column, from, page, capped, params }
}

const lists = (bench: BenchWorkspace, reader: Reader): Comparison[] => {
  const { column, page, capped } = plainOf(bench, reader)
  const campus = bench.opened.workspace.config.current.objects.get('campus')
  const name = campus?.fields.get('name')?.column
  const [campusName = ''] = bench.opened.workspace.directory.current.campusNames.values()
  const query = { object: 'lead', select: shown, count: 'capped' as const, limit: 50 }
  const stage = `t.${column('stage')} = 'trial-booked'`
  const join = `JOIN w.${campus?.table} c ON c.id = t.${column('campus')} AND c.deleted_at IS NULL`
  const atCampus = `c.${name} = '${campusName.replaceAll("'", "''")}'`
  return [
    {
      name: `list of 50 with total, filtered, ${reader.who}`,
      ours: () => findRecords(reader.context, { ...query, where: equals('stage', 'trial-booked') }),
      plain: [page(stage), capped(stage)],
    },
    {
      name: `… sorted by score, ${reader.who}`,
      ours: () =>
        findRecords(reader.context, {
          ...query,
          where: equals('stage', 'trial-booked'),
          sort: [{ field: 'intent', direction: 'desc' }],
        }),
      plain: [page(stage, `t.${column('intent')} DESC NULLS LAST, t.id DESC`), capped(stage)],
    },
    {
      name: `… by the name of the campus, ${reader.who}`,
      ours: () => findRecords(reader.context, { ...query, where: equals('campus.name', campusName) }),
      plain: [page(atCampus, undefined, join), capped(atCampus, join)],
    },
  ]
}

const searches = (bench: BenchWorkspace, reader: Reader): Comparison[] => {
  const { column, page } = plainOf(bench, reader)
  const holds = (text: string) => ['name', 'studentName'].map((name) => `t.${column(name)} LIKE '%${text}%'`).join(' OR ')
  // No plain column holds initials: by hand one would write what we do, with the same functions, for the same two fields.
  const hasInitials = (initials: string, pairs: string) =>
    ['name', 'studentName']
      .map((name) => `jieli.grams(t.${column(name)}) @> '${pairs}' AND jieli.initials(t.${column(name)}) LIKE '%${initials}%'`)
      .join(' OR ')
  const search = (text: string) => () => findRecords(reader.context, { object: 'lead', select: shown, search: text, limit: 50 })
  return [
    ...['冯雨', '冯雨思'].map((text) => ({
      name: `search of ${text.length} Chinese characters, ${reader.who}`,
      ours: search(text),
      plain: [page(`(${holds(text)})`)],
    })),
    {
      name: `search of pinyin initials, ${reader.who}`,
      ours: search('fys'),
      plain: [page(`(${hasInitials('fys', '{~fy,~ys}')})`)],
    },
    {
      name: `search of a phone fragment, ${reader.who}`,
      ours: search('7919158'),
      plain: [page(`t.${column('phone')} LIKE '%7919158%'`)],
    },
  ]
}

const overviews = (bench: BenchWorkspace, reader: Reader): Comparison[] => {
  const { column, from, page, params } = plainOf(bench, reader)
  const stage = `t.${column('stage')}`
  return [
    {
      name: `exact count, filtered, ${reader.who}`,
      ours: () =>
        findRecords(reader.context, {
          object: 'lead',
          select: ['name'],
          where: equals('stage', 'visited'),
          count: 'exact',
          limit: 1,
        }),
      plain: [{ text: `SELECT count(*) ${from(`${stage} = 'visited'`)}`, params }],
    },
    {
      name: `group by subject and stage, ${reader.who}`,
      ours: () =>
        groupRecords(reader.context, {
          object: 'lead',
          groupBy: [
            { as: 'subject', of: field('subject') },
            { as: 'stage', of: field('stage') },
          ],
          measures: [{ as: 'count', fn: 'count' }],
        }),
      plain: [{ text: `SELECT t.${column('subject')}, ${stage}, count(*) ${from('TRUE')} GROUP BY 1, 2`, params }],
    },
    {
      name: `board of 8 columns with counts, ${reader.who}`,
      ours: () =>
        findBoard(reader.context, {
          object: 'lead',
          by: 'stage',
          columns: stages.map((value) => ({ value })),
          select: shown,
          limit: 50,
        }),
      plain: [
        {
          text: stages.map((value) => `(${page(`${stage} = '${value}'`).text})`).join('\nUNION ALL\n'),
          params,
        },
        {
          text: stages
            .map((value) => `(SELECT count(*) FROM (SELECT 1 ${from(`${stage} = '${value}'`)} LIMIT 1001) c)`)
            .join('\nUNION ALL\n'),
          params,
        },
      ],
    },
  ]
}
