import type { CompanyPlan } from '../features/install/install-company.ts'

const person = (
  login: string,
  name: string,
  departmentKey: string,
  role: string,
  more: Partial<CompanyPlan['users'][number]> = {},
): CompanyPlan['users'][number] => ({
  login,
  name,
  departmentKey,
  roles: [role],
  phone: '',
  wecomId: login,
  skills: ['zk-math', 'zk-sprint', 'ielts'],
  shift: null,
  holdingCap: null,
  dailyCap: null,
  weight: 1,
  ...more,
})

/** Two campuses under one region: enough for every scope, small enough to hold in one's head. */
export const testCompany: CompanyPlan = {
  departments: [
    { key: 'hq', name: '总部', parentKey: null, managerLogin: 'admin' },
    { key: 'region', name: '华东区', parentKey: 'hq', managerLogin: 'zhou' },
    { key: 'xianlin', name: '仙林校区', parentKey: 'region', managerLogin: 'xlboss' },
    { key: 'binhu', name: '滨湖校区', parentKey: 'region', managerLogin: null },
  ],
  campuses: [
    { key: 'xianlin', name: '仙林校区', city: '南京' },
    { key: 'binhu', name: '滨湖校区', city: '合肥' },
  ],
  users: [
    person('admin', '孟扬', 'hq', 'admin'),
    person('zhou', '周晓彤', 'region', 'manager'),
    person('xlboss', '许文远', 'xianlin', 'manager'),
    person('lina', '李娜', 'xianlin', 'consultant'),
    person('wangshan', '王珊', 'xianlin', 'consultant'),
    person('hejiawen', '何嘉文', 'xianlin', 'consultant'),
    person('gaoyuan', '高远', 'binhu', 'consultant'),
    person('linruoxi', '林若溪', 'binhu', 'consultant'),
    person('desk', '仙林前台', 'xianlin', 'front-desk'),
  ],
  leaves: [],
  seniorLogins: ['linruoxi'],
}
