import { must } from '@jieli/core'
import { createAccount } from '../sign-in/account-queries.ts'
import { newOneTimePassword } from '../sign-in/password.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { systemContext } from '../workspace/contexts.ts'
import { installCompany } from './install-company.ts'
import { installObjects } from './install-objects.ts'

/** A workspace to begin with: the standard objects, the roles and rules of the solution, one administrator. */
export const installEmpty = async ({ workspace }: OpenWorkspace): Promise<{ login: string; password: string }> => {
  const context = systemContext(workspace)
  await installObjects(context, '我的公司')
  const admin = { login: 'admin', name: '管理员', password: newOneTimePassword() }
  const ids = await installCompany(context, {
    departments: [{ key: 'root', name: '总部', parentKey: null, managerLogin: 'admin' }],
    campuses: [],
    leaves: [],
    seniorLogins: [],
    users: [
      {
        login: admin.login,
        name: admin.name,
        departmentKey: 'root',
        roles: ['admin'],
        phone: '',
        wecomId: '',
        skills: [],
        shift: null,
        holdingCap: null,
        dailyCap: null,
        weight: 1,
      },
    ],
  })
  await createAccount(workspace.db, { ...admin, userId: must(ids.users[admin.login]) })
  return admin
}
