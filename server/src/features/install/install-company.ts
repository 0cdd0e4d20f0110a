import { educationSolution } from '@jieli/extensions/solutions'
import type { Transaction } from '../../database/database.ts'
import { newId } from '../../runtime/new-id.ts'
import { applyChange } from '../records/apply-change.ts'
import type { Operation } from '../records/change.ts'
import type { Context } from '../workspace/workspace.ts'
import { installSettings } from './install-objects.ts'

/** A company as it is put in place: people and places by keys of its own. */
export interface CompanyPlan {
  departments: readonly { key: string; name: string; parentKey: string | null; managerLogin: string | null }[]
  campuses: readonly { key: string; name: string; city?: string; district?: string; address?: string }[]
  users: readonly {
    login: string
    name: string
    departmentKey: string
    roles: string[]
    phone: string
    wecomId: string
    skills: readonly string[]
    shift: unknown
    holdingCap: number | null
    dailyCap: number | null
    weight: number
  }[]
  leaves: readonly { login: string; from: string; to: string; reason: string }[]
  seniorLogins: readonly string[]
}

export interface CompanyIds {
  campuses: Record<string, string>
  users: Record<string, string>
  departments: Record<string, string>
}

/** Departments, people, campuses, leave: all by the public use cases. */
export const installPeople = async (context: Context, plan: CompanyPlan): Promise<CompanyIds> => {
  const idsOf = (keys: readonly string[]): Record<string, string> =>
    Object.fromEntries(keys.map((key) => [key, newId(context.now)]))
  const ids: CompanyIds = {
    departments: idsOf(plan.departments.map((one) => one.key)),
    users: idsOf(plan.users.map((one) => one.login)),
    campuses: idsOf(plan.campuses.map((one) => one.key)),
  }
  const create = (tx: Transaction, object: string, operations: Operation[]) => applyChange(context, tx, { object, operations })
  const { db, directory } = context.workspace
  await db.transaction((tx) =>
    create(
      tx,
      'department',
      plan.departments.map((one) => ({
        action: 'create',
        id: ids.departments[one.key] ?? '',
        ownerId: null,
        values: {
          name: one.name,
          parent: ids.departments[one.parentKey ?? ''] ?? null,
          manager: ids.users[one.managerLogin ?? ''] ?? null,
        },
      })),
    ),
  )
  await directory.refresh()
  await db.transaction(async (tx) => {
    await create(
      tx,
      'user',
      plan.users.map(({ login, departmentKey, ...rest }) => ({
        action: 'create',
        id: ids.users[login] ?? '',
        ownerId: null,
        values: { ...rest, login, department: ids.departments[departmentKey] ?? null, active: true },
      })),
    )
    await create(
      tx,
      'leave',
      plan.leaves.map((one) => ({
        action: 'create',
        ownerId: ids.users[one.login] ?? null,
        values: { user: ids.users[one.login], from: one.from, to: one.to, reason: one.reason },
      })),
    )
    await create(
      tx,
      'campus',
      plan.campuses.map((one) => ({
        action: 'create',
        id: ids.campuses[one.key] ?? '',
        ownerId: null,
        values: {
          name: one.name,
          city: one.city ?? null,
          district: one.district ?? null,
          address: one.address ?? null,
          department: ids.departments[one.key] ?? null,
        },
      })),
    )
  })
  await directory.refresh()
  return ids
}

/** A company with its people, and the settings of the education solution. */
export const installCompany = async (context: Context, plan: CompanyPlan): Promise<CompanyIds> => {
  const ids = await installPeople(context, plan)
  await installSettings(
    context,
    educationSolution({
      campuses: plan.campuses.map((one) => ({
        key: one.key,
        name: one.name,
        id: ids.campuses[one.key] ?? '',
        ...(one.address ? { address: one.address } : {}),
      })),
      seniorConsultantIds: plan.seniorLogins.flatMap((login) => ids.users[login] ?? []),
    }),
  )
  return ids
}
