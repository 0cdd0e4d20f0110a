import { solutionTemplates } from '@jieli/extensions/solutions'
import { createCompany } from '../../../../demo/company.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { templateSignIns } from './install-template-company.ts'

export interface DemoSignIn {
  login: string
  name: string
  role: string
  password: string
}

type People = readonly (readonly [login: string, role: string])[]

const ofDemoCompany: People = [
  ['admin', '管理员'],
  ['zhouxiaotong', '主管'],
  ['lina', '顾问'],
  ['qiantai-jiangning', '前台'],
]

/** Who to be in a demo workspace, that of the demo company or of a template; nobody in any other. */
export const demoSignIns = (workspace: Workspace): DemoSignIn[] => {
  const { password, name } = createCompany({ until: 0, days: 1 })
  const company = workspace.config.current.name
  const isOfTemplate = Object.values(solutionTemplates).some((template) => template.company === company)
  const people = company === name ? ofDemoCompany : isOfTemplate ? templateSignIns : []
  const { users } = workspace.directory.current
  return people.flatMap(([login, role]) => {
    const person = [...users.values()].find((user) => user.login === login)
    return person ? [{ login, role, name: person.name, password }] : []
  })
}
