import { AppError, objectDraftSchema, type Field, type Label, type ObjectDraft, type ObjectType } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { writeConfig } from '../config/change-config.ts'
import type { Context } from '../workspace/workspace.ts'
import { freeName } from './free-name.ts'
import { requireConfigure } from './lock-object.ts'
import { createObjectTable } from './object-tables.ts'
import { writeObjects } from './write-objects.ts'

/** Makes an object: hands out its ids, makes its table, and puts it into the settings. Standard objects come this way too. */
export const createObject = async (context: Context, tx: Transaction, draft: ObjectDraft): Promise<ObjectType> => {
  const checked = objectDraftSchema.parse(draft)
  const [{ first }] = (await tx.query<{ first: number }>(
    'UPDATE w.workspace SET next_number = next_number + $1 RETURNING next_number - $1 AS first',
    [checked.fields.length + 1],
  )) as [{ first: number }]
  const fields: Field[] = checked.fields.map((field, index) => ({ ...field, id: `f_${first + index + 1}` }))
  if (new Set(fields.map((field) => field.name)).size !== fields.length)
    throw new AppError('invalid-values', { issues: [{ path: 'fields', code: 'name-taken' }] })
  const object: ObjectType = { ...checked, id: `o_${first}`, fields }
  await createObjectTable(tx, object)
  await writeObjects(context, tx, [object])
  return object
}

/** An object an admin makes: a name to begin with, a field that says what a record is called, and whoever configures may use it. */
export const addObject = async (
  context: Context,
  { label, name, icon }: { label: Label; name?: string | undefined; icon?: string | undefined },
): Promise<ObjectType> => {
  requireConfigure(context)
  const { objects } = context.workspace.config.current
  const draft = objectDraftSchema.safeParse({
    name: name ?? freeName(label, objects, 'object'),
    label,
    ...(icon ? { icon } : {}),
    titleField: 'name',
    fields: [{ name: 'name', label: { 'zh-CN': '名称', en: 'Name' }, type: 'text', required: true, searchable: true }],
  })
  if (!draft.success)
    throw new AppError('invalid-values', { issues: [{ path: 'name', code: 'invalid-setting', params: { reason: 'name' } }] })
  const object = await context.workspace.db.transaction(async (tx) => {
    const taken = await tx.query(`SELECT 1 FROM w.config_item WHERE kind = 'object' AND id = $1`, [draft.data.name])
    if (taken.length > 0) throw new AppError('invalid-values', { issues: [{ path: 'name', code: 'name-taken' }] })
    const made = await createObject(context, tx, draft.data)
    await giveRights(context, tx, made.name)
    return made
  })
  await context.workspace.config.refresh()
  return object
}

/** Roles that configure may use what they made; the others are given it in the matrix of rights. */
const giveRights = async (context: Context, tx: Transaction, object: string): Promise<void> => {
  const roles = context.workspace.config.current.items('role').filter((role) => role.abilities.includes('configure'))
  await writeConfig(
    context,
    tx,
    roles.map((role) => ({
      kind: 'role' as const,
      id: role.id,
      item: {
        ...role,
        objects: {
          ...role.objects,
          [object]: { create: true, read: 'all', update: 'all', delete: 'all', fields: {}, otherFields: 'write' },
        },
      },
    })),
  )
}
