import { randomBytes } from 'node:crypto'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { systemContext } from '../workspace/contexts.ts'
import { installCompany } from './install-company.ts'
import { installObjects } from './install-objects.ts'

/** A workspace to begin with: the standard objects, the roles and rules of the solution, one administrator. */
export const installEmpty = async ({ workspace, signIn }: OpenWorkspace): Promise<{ login: string; password: string }> => {
  const context = systemContext(workspace)
  await installObjects(context, '我的公司')
  const admin = { login: 'admin', name: '管理员', password: randomBytes(9).toString('base64url') }
  await installCompany(context, {
    departments: [{ key: 'root', name: '总部', parentKey: null, managerLogin: 'admin' }], campuses: [], leaves: [], seniorLogins: [],
    users: [{ login: admin.login, name: admin.name, departmentKey: 'root', roles: ['admin'], phone: '', wecomId: '', skills: [], shift: null, holdingCap: null, dailyCap: null, weight: 1 }],
  })
  await signIn.createAccount(admin)
  return admin
}
