import type { ObjectInfo, Value } from '@jieli/core'
import type { Queryable } from '../../database/database.ts'
import type { ConfigStore } from '../config/config-store.ts'
import { valueFromRow } from '../records/record-queries.ts'

/** A colleague, as far as rights, assignment and notices need to know. */
export interface Colleague {
  id: string
  name: string
  login: string
  active: boolean
  departmentId: string | null
  departmentPath: string | null
  roleIds: string[]
  skills: string[]
  holdingCap: number | null
  dailyCap: number | null
  weight: number
  wecomId: string | null
  /** Weekly hours as the shift field holds them; null: always. */
  shift: Value
  leaves: { from: string; to: string }[]
}

export interface Department {
  id: string
  name: string
  parentId: string | null
  /** `/1/4/`: the codes from the root down. Row scopes compare its beginning. */
  path: string
  managerId: string | null
}

/** Who works here, held in memory: asked on every request, changed a few times a day. */
export interface Directory {
  users: ReadonlyMap<string, Colleague>
  departments: ReadonlyMap<string, Department>
  /** Record id of a campus → path of the department that runs it. */
  departmentOfCampus: ReadonlyMap<string, string>
  campusNames: ReadonlyMap<string, string>
}

const nobody: Directory = { users: new Map(), departments: new Map(), departmentOfCampus: new Map(), campusNames: new Map() }

export class DirectoryStore {
  readonly #db: Queryable
  readonly #config: ConfigStore
  #current: Directory = nobody
  /** Readings begun, and the youngest that has arrived: one that was begun earlier and comes later is out of date. */
  #begun = 0
  #arrived = 0

  private constructor(db: Queryable, config: ConfigStore) {
    this.#db = db
    this.#config = config
  }

  static async open(db: Queryable, config: ConfigStore): Promise<DirectoryStore> {
    const store = new DirectoryStore(db, config)
    await store.refresh()
    return store
  }

  get current(): Directory {
    return this.#current
  }

  async refresh(): Promise<Directory> {
    const turn = ++this.#begun
    const objects = this.#config.current.objects
    const [users, departments, leaves, campuses] = await Promise.all(
      ['user', 'department', 'leave', 'campus'].map((name) => readAll(this.#db, objects.get(name))),
    )
    if (turn > this.#arrived) {
      this.#arrived = turn
      this.#current = buildDirectory(users ?? [], departments ?? [], leaves ?? [], campuses ?? [])
    }
    return this.#current
  }
}

type Plain = Record<string, Value> & { id: string }

const readAll = async (db: Queryable, info: ObjectInfo | undefined): Promise<Plain[]> => {
  if (!info) return []
  const fields = [...info.fields.values()].filter((field) => !field.system)
  const rows = await db.query(
    `SELECT id${fields.map((field) => `, ${field.column}`).join('')} FROM w.${info.table} WHERE deleted_at IS NULL`,
  )
  return rows.map((row) => ({
    ...Object.fromEntries(fields.map((field) => [field.name, valueFromRow(field, row[field.column])])),
    id: String(row['id']),
  }))
}

const text = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null)
const number = (value: Value | undefined): number | null => (value === null || value === undefined ? null : Number(value))
const texts = (value: Value | undefined): string[] => (Array.isArray(value) ? value.map(String) : [])

const buildDirectory = (users: Plain[], departments: Plain[], leaves: Plain[], campuses: Plain[]): Directory => {
  const byId = new Map<string, Department>(
    departments.map((row) => [
      row.id,
      {
        id: row.id,
        name: text(row['name']) ?? '',
        parentId: text(row['parent']),
        path: text(row['path']) ?? '/',
        managerId: text(row['manager']),
      },
    ]),
  )
  const away = Map.groupBy(leaves, (row) => text(row['user']) ?? '')
  const people = users.map((row): [string, Colleague] => [
    row.id,
    {
      id: row.id,
      name: text(row['name']) ?? '',
      login: text(row['login']) ?? '',
      active: row['active'] !== false,
      departmentId: text(row['department']),
      departmentPath: byId.get(text(row['department']) ?? '')?.path ?? null,
      roleIds: texts(row['roles']),
      skills: texts(row['skills']),
      holdingCap: number(row['holdingCap']),
      dailyCap: number(row['dailyCap']),
      weight: number(row['weight']) ?? 1,
      wecomId: text(row['wecomId']),
      shift: row['shift'] ?? null,
      leaves: (away.get(row.id) ?? []).map((leave) => ({ from: text(leave['from']) ?? '', to: text(leave['to']) ?? '' })),
    },
  ])
  const run = campuses.flatMap((row): [string, string][] => {
    const path = byId.get(text(row['department']) ?? '')?.path
    return path ? [[row.id, path]] : []
  })
  return {
    users: new Map(people),
    departments: byId,
    departmentOfCampus: new Map(run),
    campusNames: new Map(campuses.map((row) => [row.id, text(row['name']) ?? ''])),
  }
}

/** The nearest manager above a person who is not that person: their department's, else the next one up. */
export const managerOf = (directory: Directory, userId: string): string | null => {
  const start = directory.users.get(userId)?.departmentId ?? null
  for (let id = start; id !== null; id = directory.departments.get(id)?.parentId ?? null) {
    const manager = directory.departments.get(id)?.managerId
    if (manager && manager !== userId) return manager
  }
  return null
}
