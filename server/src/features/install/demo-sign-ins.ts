import { createCompany } from '../../../../demo/company.ts'
import type { Workspace } from '../workspace/workspace.ts'

export interface DemoSignIn {
  login: string
  name: string
  role: string
  password: string
}

/** Who to be in a demo workspace; nobody in any other. */
export const demoSignIns = (workspace: Workspace): DemoSignIn[] => {
  const { password, name } = createCompany({ until: 0, days: 1 })
  if (workspace.config.current.name !== name) return []
  const people: [login: string, role: string][] = [
    ['admin', '管理员'],
    ['zhouxiaotong', '主管'],
    ['lina', '顾问'],
    ['qiantai-jiangning', '前台'],
  ]
  const { users } = workspace.directory.current
  return people.flatMap(([login, role]) => {
    const person = [...users.values()].find((user) => user.login === login)
    return person ? [{ login, role, name: person.name, password }] : []
  })
}
