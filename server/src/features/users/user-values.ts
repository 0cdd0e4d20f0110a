import { z } from 'zod'
import { AppError, cleanValues, must, systemAccess, type Issue } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Values } from '../records/change.ts'
import type { Context } from '../workspace/workspace.ts'

const person = {
  name: z.string().min(1).max(60),
  login: z.string().min(2).max(60),
  departmentId: z.uuid().nullable(),
  roleIds: z.array(z.string().max(60)).max(20),
  phone: z.string().max(40).nullable(),
  wecomId: z.string().max(64).nullable(),
  skills: z.array(z.string().max(60)).max(100),
  shift: z.unknown(),
  holdingCap: z.int().min(0).max(100_000).nullable(),
  dailyCap: z.int().min(0).max(100_000).nullable(),
  weight: z.int().min(0).max(1_000),
}

export const newUserSchema = z.strictObject({
  ...z.strictObject(person).partial().shape,
  name: person.name,
  login: person.login,
  roleIds: person.roleIds.default([]),
  password: z.string().max(200).optional(),
})
export type NewUser = z.infer<typeof newUserSchema>

export const userEditSchema = z.strictObject({
  ...z.strictObject(person).partial().shape,
  active: z.boolean().optional(),
  rev: z.int().optional(),
})
export type UserEdit = z.infer<typeof userEditSchema>

/** The record's names for what the API calls by its own. */
const fieldNames: Record<string, string> = { departmentId: 'department' }

/**
 * What was given, cleaned by the fields' types. Roles are settings, not options of the field: any role of the company may be
 * given, so they are checked against the settings.
 */
export const cleanUser = (context: Context, input: Omit<UserEdit, 'rev'>, mode: 'create' | 'update'): Values => {
  const { roleIds, ...rest } = input
  const given = Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [[fieldNames[name] ?? name, value]])),
  )
  const info = must(context.workspace.config.current.objects.get('user'), 'object user')
  const cleaned = cleanValues(
    given,
    info.definition.fields.filter((field) => field.name !== 'roles'),
    { fieldTypes: fieldTypeRegistry, mode },
  )
  const issues = [...cleaned.issues, ...issuesOf(context, input)]
  if (issues.length > 0) throw new AppError('invalid-values', { issues })
  return { ...cleaned.values, ...(roleIds ? { roles: [...new Set(roleIds)] } : {}) }
}

const issuesOf = (context: Context, { roleIds, departmentId }: Omit<UserEdit, 'rev'>): Issue[] => {
  const { config, directory } = context.workspace
  const unknown = (roleIds ?? []).filter((id) => !config.current.item('role', id))
  return [
    ...unknown.map((id) => ({ path: 'roleIds', code: 'unknown-option', params: { value: id } })),
    ...(departmentId && !directory.current.departments.has(departmentId) ? [{ path: 'departmentId', code: 'not-an-id' }] : []),
  ]
}

/** Managing people is an ability, not a right on fields: the record is written by the platform in the person's name. */
export const asPlatform = (context: Context): Context => ({
  ...context,
  access: {
    ...systemAccess,
    abilities: context.access.abilities,
    userId: context.access.userId,
    departmentPath: context.access.departmentPath,
  },
})
