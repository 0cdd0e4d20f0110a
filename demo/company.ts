import type { SubjectId } from '@jieli/extensions/standard-objects/subject-options.ts'
import { demoCampuses, type DemoCampus } from './campuses.ts'
import { day, toLocalDate } from './china-time.ts'
import { consultantNames } from './consultant-names.ts'
import { createRandom, seedOf, type Random } from '@jieli/extensions/kit/seeded-random'

/** Monday first, as in working calendars: seven lists of [from, to]. */
export type WeeklyHours = [string, string][][]

export interface DemoDepartment {
  key: string
  name: string
  parentKey: string | null
  managerLogin: string | null
}

export interface DemoUser {
  login: string
  name: string
  departmentKey: string
  roles: string[]
  phone: string
  wecomId: string
  skills: SubjectId[]
  shift: WeeklyHours | null
  holdingCap: number | null
  dailyCap: number | null
  weight: number
}

export interface DemoLeave {
  login: string
  /** Dates, both included. */
  from: string
  to: string
  reason: string
}

/** 青屿教育: 23 campuses, 86 consultants. Everything is invented. */
export interface DemoCompany {
  name: string
  /** Every demo account signs in with it. Shown on the sign-in page of a demo workspace, never used elsewhere. */
  password: string
  departments: DemoDepartment[]
  campuses: readonly DemoCampus[]
  users: DemoUser[]
  leaves: DemoLeave[]
  /** Who takes 雅思 with a high budget. */
  seniorLogins: string[]
}

const regions: [key: string, name: string, manager: string, login: string][] = [
  ['nanjing', '南京区', '许文远', 'xuwenyuan'],
  ['hefei', '合肥区', '鲍晓峰', 'baoxiaofeng'],
  ['hangzhou', '杭州区', '盛以宁', 'shengyining'],
  ['ningbo', '宁波区', '乐雯', 'lewen'],
  ['suzhou', '苏州区', '沈知遥', 'shenzhiyao'],
  ['shanghai', '上海区', '贺明轩', 'hemingxuan'],
]

const departments = (): DemoDepartment[] => [
  { key: 'hq', name: '总部', parentKey: null, managerLogin: 'admin' },
  { key: 'huadong', name: '华东区', parentKey: 'hq', managerLogin: 'zhouxiaotong' },
  ...regions.map(([key, name, , login]) => ({ key, name, parentKey: 'huadong', managerLogin: login })),
  ...demoCampuses.map((campus) => ({ key: campus.key, name: campus.name, parentKey: campus.region, managerLogin: null })),
]

const middle: SubjectId[] = ['zk-math', 'zk-english', 'zk-sprint', 'g8-physics', 'g8-english']
const primary: SubjectId[] = ['xsc', 'math-thinking', 'reading']
const high: SubjectId[] = ['g10-math', 'g10-english', 'g10-physics', 'gk-chinese', 'ielts']

/** Everyone can sell middle school; the campus as a whole covers every subject. */
const skillsOf = (position: number): SubjectId[] => [
  ...middle,
  ...(position % 2 === 0 ? primary : high),
  ...(position === 0 ? high : []),
]

/** After-school hours on weekdays, long weekends, one weekday off in turn so that somebody is always there. */
const shiftOf = (campusKey: string, position: number): WeeklyHours => {
  const isLate = position % 2 === 0
  // Nobody of 仙林 works evenings: the board's anomaly and the reason for it.
  const evening = campusKey === 'xianlin' ? '18:00' : isLate ? '21:30' : '20:00'
  const weekdayHours: [string, string] = [isLate && campusKey !== 'xianlin' ? '12:00' : '09:00', evening]
  const dayOff = position % 4
  return Array.from({ length: 7 }, (_, index) =>
    index === dayOff ? [] : [index < 5 ? weekdayHours : ['09:00', campusKey === 'xianlin' ? '18:00' : '21:00']],
  )
}

const consultantsOf = (campus: DemoCampus): DemoUser[] =>
  (consultantNames[campus.key] ?? []).map((entry, position) => {
    const [name = '', login = ''] = entry.split(' ')
    const random = createRandom(seedOf('consultant', login))
    return {
      ...person(login, name, campus.key, 'consultant'),
      skills: skillsOf(position),
      shift: shiftOf(campus.key, position),
      holdingCap: login === 'xuke' ? 24 : random.pick([50, 60, 60, 70]),
      dailyCap: random.pick([12, 15, 15, 18]),
      weight: random.pick([1, 2, 2, 3]),
    }
  })

const person = (login: string, name: string, departmentKey: string, role: string): DemoUser => ({
  login,
  name,
  departmentKey,
  roles: [role],
  phone: phoneOf(login),
  wecomId: login,
  skills: [],
  shift: null,
  holdingCap: null,
  dailyCap: null,
  weight: 1,
})

/** Staff numbers start with 1990000, which no customer of the story has. */
const phoneOf = (login: string): string => `1990000${String(seedOf('phone', login) % 10_000).padStart(4, '0')}`

const deskNames: readonly [string, ...string[]] = ['小林', '小陈', '小周', '小吴', '小沈', '小何', '小郑', '小夏']
const frontDesk = (campus: DemoCampus): DemoUser =>
  person(
    `qiantai-${campus.key}`,
    `${campus.name.slice(0, -2)}前台${createRandom(seedOf('desk', campus.key)).pick(deskNames)}`,
    campus.key,
    'front-desk',
  )

const users = (): DemoUser[] => [
  person('admin', '孟扬', 'hq', 'admin'),
  person('zhouxiaotong', '周晓彤', 'huadong', 'manager'),
  ...regions.map(([key, , name, login]) => person(login, name, key, 'manager')),
  ...demoCampuses.flatMap(consultantsOf),
  ...demoCampuses.map(frontDesk),
]

const reasons: readonly [string, ...string[]] = ['年假', '调休', '事假', '病假', '婚假']
const leaveAt = (random: Random, login: string, from: number, days: number): DemoLeave => ({
  login,
  from: toLocalDate(from),
  to: toLocalDate(from + (days - 1) * day),
  reason: random.pick(reasons),
})

/** A few days off each for a third of the people, and 陈思远 away on the last day, as in the guide's pictures. */
const leaves = (people: DemoUser[], until: number, days: number): DemoLeave[] => {
  const away = people
    .filter((user) => user.roles.includes('consultant') && user.login !== 'chensiyuan')
    .flatMap((user) => {
      const random = createRandom(seedOf('leave', user.login))
      return random.chance(0.35)
        ? [leaveAt(random, user.login, until - random.integer(3, Math.max(4, days)) * day, random.integer(1, 3))]
        : []
    })
  return [...away, { login: 'chensiyuan', from: toLocalDate(until - day), to: toLocalDate(until + 2 * day), reason: '年假' }]
}

/** The company as it is at the end of the story. */
export const createCompany = ({ until, days }: { until: number; days: number }): DemoCompany => {
  const people = users()
  return {
    name: '青屿教育',
    password: 'jieli-demo',
    departments: departments(),
    campuses: demoCampuses,
    users: people,
    leaves: leaves(people, until, days),
    seniorLogins: ['maxiaotian', 'gunian', 'linruoxi', 'loujiaying', 'lina'],
  }
}
