import { must, typeAndSettingsOf, type FieldInfo, type Issue, type ObjectInfo } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import { findRecords } from '../records/find-records.ts'
import { holdersOf } from '../records/identity-queries.ts'
import { findHolders } from '../unique/find-clashes.ts'
import { seeingWhole } from '../workspace/contexts.ts'
import type { Context } from '../workspace/workspace.ts'

/** Up to here a target's titles are held in memory and half a name is enough; beyond, the database is asked for whole ones. */
const MOST_TITLES = 2_000
/** As many as one condition may name. */
const AT_ONCE = 1_000
const isId = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/gu, '')

/**
 * Finds the record that a text in a file means: by its title, by a number or address that identifies it, or by its id. Only
 * records that the importer may see can be meant, and only by fields that the importer may read.
 */
export interface RecordFinder {
  /** Looks up what is not known yet, in a few queries for all of them. To be called before `find` is asked for these texts. */
  prepare(texts: Iterable<string>): Promise<void>
  find(text: string): Found
}

export type Found = { id: string } | { issue: Pick<Issue, 'code' | 'params'> }

export const openRecordFinder = async (importer: Context, target: ObjectInfo): Promise<RecordFinder> => {
  // Titles are compared, not shown.
  const context = seeingWhole(importer)
  const titles = await titlesOf(context, target)
  const byTitle = Map.groupBy(titles.all, ([, title]) => fold(title))
  const looked = new Map<string, string[]>()
  /** 「仙林」 for 仙林校区 is fine as long as nothing else begins or goes on like that. */
  const inMemory = (text: string): string[] => {
    const wanted = fold(text)
    const exact = byTitle.get(wanted)
    const found = exact ?? (wanted.length >= 2 ? titles.all.filter(([, title]) => fold(title).includes(wanted)) : [])
    return found.map(([id]) => id)
  }
  return {
    prepare: async (texts) => {
      const asked = [...new Set([...texts].map((text) => text.trim()))]
      const unknown = asked.filter((text) => text !== '' && !looked.has(text))
      for (let from = 0; from < unknown.length; from += AT_ONCE) {
        const some = unknown.slice(from, from + AT_ONCE)
        for (const text of some) looked.set(text, titles.isWhole ? inMemory(text) : [])
        await lookUp(context, target, { texts: some.filter((text) => looked.get(text)?.length === 0), titles, looked })
      }
    },
    find: (text) => {
      const found = looked.get(text.trim()) ?? []
      const [one] = found
      if (one !== undefined && found.length === 1) return { id: one }
      return {
        issue: { code: one === undefined ? 'no-such-record' : 'several-records', params: { value: text.trim().slice(0, 40) } },
      }
    },
  }
}

interface Titles {
  all: [id: string, title: string][]
  /** False: there are more than these. */
  isWhole: boolean
}

const lookUp = async (
  context: Context,
  target: ObjectInfo,
  { texts, titles, looked }: { texts: string[]; titles: Titles; looked: Map<string, string[]> },
): Promise<void> => {
  if (texts.length === 0) return
  const add = (text: string, id: string): void => {
    const before = looked.get(text) ?? []
    if (!before.includes(id)) looked.set(text, [...before, id])
  }
  const ids = await visibleOf(
    context,
    target,
    texts.filter((text) => isId.test(text)).map((text) => text.toLowerCase()),
  )
  for (const text of texts) if (ids.has(text.toLowerCase())) add(text, text.toLowerCase())
  if (!titles.isWhole) for (const [id, title] of await withTitles(context, target, texts)) add(title, id)
  for (const [text, id] of await withIdentities(context, target, texts)) add(text, id)
}

/** Those of the ids that this person may see. Colleagues and departments are known to everyone who works here. */
const visibleOf = async (context: Context, target: ObjectInfo, ids: readonly string[]): Promise<Set<string>> => {
  if (ids.length === 0) return new Set()
  const { users, departments } = context.workspace.directory.current
  const known = target.name === 'user' ? users : target.name === 'department' ? departments : undefined
  if (known) return new Set(ids.filter((id) => known.has(id)))
  if (!context.access.object(target)?.read.length) return new Set()
  const where = { call: 'isOneOf', args: [{ field: 'id' }, { value: [...new Set(ids)] }] }
  const page = await findRecords(context, { object: target.name, select: ['id'], where, limit: AT_ONCE })
  return new Set(page.records.map((record) => record.id))
}

const withTitles = async (context: Context, target: ObjectInfo, texts: readonly string[]): Promise<[string, string][]> => {
  const title = readableTitle(context, target)
  if (title === undefined || fieldTypeRegistry[title.type]?.valueType !== 'text') return []
  const where = { call: 'isOneOf', args: [{ field: title.name }, { value: [...texts] }] }
  const page = await findRecords(context, { object: target.name, select: [title.name], where, limit: AT_ONCE })
  return page.records.map((record) => [record.id, String(record.values[title.name] ?? '')])
}

/** 「139 0001 0001」 names the customer whose number it is, however the file writes it. */
const withIdentities = async (context: Context, target: ObjectInfo, texts: readonly string[]): Promise<[string, string][]> => {
  const rights = context.access.object(target)
  const readable = [...target.fields.values()].filter((field) => rights && ['read', 'write'].includes(rights.best(field)))
  const byUnique = await withUnique(
    context,
    target,
    readable.filter((field) => field.unique),
    texts,
  )
  const keys = readable
    .filter((field) => field.identifies)
    .flatMap((field) => {
      const { type, settings } = typeAndSettingsOf(field, fieldTypeRegistry)
      return texts.flatMap((text) => {
        const parsed = type.parse(text, settings)
        const value = parsed.ok ? (type.identity?.(parsed.value) ?? null) : null
        return value === null ? [] : [{ text, kind: type.name, value }]
      })
    })
  if (keys.length === 0) return byUnique
  const holders = await holdersOf(context.workspace.db, target.name, keys)
  const holderOf = new Map(holders.map((holder) => [`${holder.kind} ${holder.value}`, holder.recordId]))
  const visible = await visibleOf(context, target, [...holderOf.values()])
  const byIdentity = keys.flatMap(({ text, kind, value }) => {
    const id = holderOf.get(`${kind} ${value}`)
    return id !== undefined && visible.has(id) ? [[text, id] as [string, string]] : []
  })
  return [...byUnique, ...byIdentity]
}

/** A value that may not repeat names the one record that has it: a contract's number, a member's card. */
const withUnique = async (
  context: Context,
  target: ObjectInfo,
  fields: readonly FieldInfo[],
  texts: readonly string[],
): Promise<[string, string][]> => {
  const found: [string, string][] = []
  for (const field of fields) {
    const { type, settings } = typeAndSettingsOf(field, fieldTypeRegistry)
    const given = texts.flatMap((text) => {
      const parsed = type.parse(text, settings)
      return parsed.ok && parsed.value !== null ? [{ text, value: parsed.value }] : []
    })
    const holders = await findHolders(
      context.workspace.db,
      target,
      field,
      given.map(({ value }) => value),
    )
    for (const [index, id] of holders) found.push([must(given[index]).text, id])
  }
  const visible = await visibleOf(
    context,
    target,
    found.map(([, id]) => id),
  )
  return found.filter(([, id]) => visible.has(id))
}

const readableTitle = (context: Context, target: ObjectInfo) => {
  const title = target.fields.get(target.definition.titleField)
  const rights = context.access.object(target)
  return title && rights && rights.read.length > 0 && ['read', 'write'].includes(rights.best(title)) ? title : undefined
}

const titlesOf = async (context: Context, target: ObjectInfo): Promise<Titles> => {
  const { users, departments } = context.workspace.directory.current
  const active = [...users.values()].filter((user) => user.active)
  if (target.name === 'user') return { all: active.flatMap((user) => namesOf(user)), isWhole: true }
  if (target.name === 'department')
    return { all: [...departments.values()].map((department) => [department.id, department.name]), isWhole: true }
  const title = readableTitle(context, target)
  if (title === undefined) return { all: [], isWhole: true }
  const all: Titles['all'] = []
  let after: string | undefined
  do {
    const from = after === undefined ? {} : { after }
    const page = await findRecords(context, { object: target.name, select: [title.name], limit: AT_ONCE, ...from })
    for (const record of page.records) all.push([record.id, String(record.values[title.name] ?? '')])
    after = page.next
  } while (after !== undefined && all.length < MOST_TITLES)
  return after === undefined ? { all, isWhole: true } : { all: [], isWhole: false }
}

/** A colleague is meant by name or by sign-in name. */
const namesOf = (user: { id: string; name: string; login: string }): [string, string][] => [
  [user.id, user.name],
  ...(user.login === user.name ? [] : [[user.id, user.login] as [string, string]]),
]
