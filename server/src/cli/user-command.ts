import { parseArgs } from 'node:util'
import { createUser } from '../features/users/create-user.ts'
import { findUsers } from '../features/users/find-users.ts'
import { setPassword } from '../features/users/set-password.ts'
import { deactivateUser } from '../features/users/update-user.ts'
import type { Context } from '../features/workspace/workspace.ts'
import { UsageError, word, type Command } from './command.ts'
import { personOfLogin } from './person-of-login.ts'
import { withWorkspace } from './with-database.ts'

const options = {
  name: { type: 'string' },
  role: { type: 'string', multiple: true, default: [] as string[] },
  department: { type: 'string' },
  password: { type: 'string' },
} as const
type Given = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>['values']
type Action = (context: Context, login: string, given: Given) => Promise<string[]>

const departmentId = (context: Context, name: string | undefined): { departmentId?: string } => {
  if (name === undefined) return {}
  const found = [...context.workspace.directory.current.departments.values()].filter(
    (department) => department.name === name || department.id === name,
  )
  const [only] = found
  if (!only || found.length > 1)
    throw new UsageError(`没有或不止一个部门叫「${name}」 · not one department is called "${name}"`)
  return { departmentId: only.id }
}

const given = (password: string | undefined): { password?: string } => (password === undefined ? {} : { password })

const list: Action = async (context) => {
  const users = await findUsers(context)
  return users.map((user) =>
    [
      user.active ? '✓' : '✗',
      user.login,
      user.name,
      user.departmentName ?? '—',
      user.roleIds.join(','),
      `在手 ${user.load.holding}`,
      user.hasAccount ? '' : '无账号',
    ].join('\t'),
  )
}

const create: Action = async (context, login, { name, role, department, password }) => {
  const { oneTimePassword } = await createUser(context, {
    login: word(login, '<login>'),
    name: name ?? login,
    roleIds: role,
    ...departmentId(context, department),
    ...given(password),
  })
  return [`✓ ${login}`, ...(oneTimePassword ? [`一次性密码 · one-time password: ${oneTimePassword}`] : [])]
}

const password: Action = async (context, login, values) => {
  const person = personOfLogin(context, word(login, '<login>'))
  const { oneTimePassword } = await setPassword(context, { userId: person.id, ...given(values.password) })
  return [
    `✓ ${person.login} 已在各处退出 · signed out everywhere`,
    ...(oneTimePassword ? [`一次性密码 · one-time password: ${oneTimePassword}`] : []),
  ]
}

const deactivate: Action = async (context, login) => {
  const person = personOfLogin(context, word(login, '<login>'))
  const { openLeads } = await deactivateUser(context, person.id)
  return [`✓ ${person.login} 已停用，手上还有 ${openLeads} 条线索待交接 · deactivated, ${openLeads} open leads to hand over`]
}

const actions: Record<string, Action> = { list, create, password, deactivate }

/** People and accounts, when nobody can sign in any more or a script makes them. */
export const userCommand: Command = {
  name: 'user',
  usage:
    'user list | create <login> [--name <text>] [--role <id>]… [--department <name>] [--password <text>] | password <login> [--password <text>] | deactivate <login>',
  help: { 'zh-CN': '列出、新建、停用同事，重设密码', en: 'list, create or deactivate colleagues, set a password' },
  run: async ({ args, settings, print }) => {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [name = '', login = ''] = positionals
    const action = actions[name]
    if (!action) throw new UsageError(`user ${Object.keys(actions).join(' | ')}`)
    return withWorkspace(settings, async (_opened, context) => {
      for (const line of await action(context, login, values)) print(line)
      return 0
    })
  },
}
