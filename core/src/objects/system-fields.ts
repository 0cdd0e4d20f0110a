import type { Field } from './object-type.ts'

/** A field every record has, kept in a column of its own name. */
export type SystemField = Omit<Field, 'id'> & { column: string }

const system = (
  name: string,
  column: string,
  type: string,
  zh: string,
  en: string,
  settings: Record<string, unknown> = {},
): SystemField => ({
  name,
  column,
  type,
  label: { 'zh-CN': zh, en },
  settings,
  required: false,
  sensitive: false,
  readOnly: true,
  identifies: false,
  searchable: false,
})

/**
 * The columns of §2 of the architecture, addressed in queries like any other field. `owner` is written only by the
 * ownership function; `department` follows the owner and carries the row scopes.
 */
export const systemFields: readonly SystemField[] = [
  system('id', 'id', 'id', '编号', 'Id'),
  system('rev', 'rev', 'number', '版本', 'Revision', { scale: 0 }),
  system('createdAt', 'created_at', 'instant', '创建时间', 'Created'),
  system('createdBy', 'created_by', 'user', '创建人', 'Created by', { object: 'user' }),
  system('updatedAt', 'updated_at', 'instant', '更新时间', 'Updated'),
  system('updatedBy', 'updated_by', 'user', '更新人', 'Updated by', { object: 'user' }),
  system('owner', 'owner_id', 'user', '负责人', 'Owner', { object: 'user' }),
  system('department', 'dept_path', 'department-path', '所属部门', 'Department'),
]
