import { configKindLabels, textOf, type ConfigKind, type ConfigOf, type Label } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { writeConfig } from '../config/change-config.ts'
import type { Context } from '../workspace/workspace.ts'
import { namesPerson, replacePerson } from './replace-person.ts'

/** A setting that names a person: a rule's fixed person or pool, a webhook's rights. */
export interface NamingSetting {
  kind: ConfigKind
  id: string
  kindLabel: Label
  label: string
}

/** Settings that name somebody. One's own views are nobody else's, and go with the person. */
export const findNamingSettings = (context: Context, userId: string): NamingSetting[] => {
  const { config } = context.workspace
  return config.current.kinds.flatMap((kind) =>
    config.current
      .items(kind)
      .filter((item) => !('ownerId' in item && item.ownerId === userId) && namesPerson(item, userId))
      .map((item) => ({
        kind,
        id: idOf(kind, item),
        kindLabel: configKindLabels[kind],
        label: labelOf(item) ?? idOf(kind, item),
      })),
  )
}

const idOf = (kind: ConfigKind, item: { id: string } | ConfigOf<'object'>): string =>
  kind === 'object' ? (item as ConfigOf<'object'>).name : item.id

const labelOf = (item: object): string | undefined => {
  const label = 'label' in item ? (item.label as string | Label) : undefined
  return typeof label === 'string' || label === undefined ? label : textOf(label)
}

/** What was there before a setting was handed over, and the revision that it got. */
export interface HandedSetting {
  kind: ConfigKind
  id: string
  before: unknown
  rev: number
}

/** Puts the receiver where settings name the person. Answers what is needed to take it back. */
export const handOverSettings = async (
  context: Context,
  tx: Transaction,
  { userId, to }: { userId: string; to: string },
): Promise<HandedSetting[]> => {
  const naming = findNamingSettings(context, userId)
  if (naming.length === 0) return []
  const rows = await readItems(tx, naming)
  await writeConfig(
    context,
    tx,
    rows.map(({ kind, id, item, rev }) => ({ kind, id, rev, item: replacePerson(item, userId, to), isEdit: true })),
  )
  return rows.map(({ kind, id, item, rev }) => ({ kind, id, before: item, rev: rev + 1 }))
}

/** Takes back what nobody has changed since; the others stay as somebody made them. */
export const takeBackSettings = async (
  context: Context,
  tx: Transaction,
  handed: readonly HandedSetting[],
): Promise<number> => {
  const now = handed.length === 0 ? [] : await readItems(tx, handed)
  const same = handed.filter((one) => now.some(({ kind, id, rev }) => kind === one.kind && id === one.id && rev === one.rev))
  if (same.length > 0)
    await writeConfig(
      context,
      tx,
      same.map(({ kind, id, before }) => ({ kind, id, item: before, isEdit: true })),
    )
  return same.length
}

const readItems = (
  tx: Transaction,
  wanted: readonly Pick<NamingSetting, 'kind' | 'id'>[],
): Promise<{ kind: ConfigKind; id: string; item: unknown; rev: number }[]> =>
  tx.query(
    `SELECT i.kind, i.id, i.item, i.rev FROM w.config_item i JOIN jsonb_to_recordset($1::jsonb) AS x(kind text, id text)
     ON x.kind = i.kind AND x.id = i.id ORDER BY i.kind, i.id FOR UPDATE OF i`,
    [JSON.stringify(wanted.map(({ kind, id }) => ({ kind, id })))],
  )
