import { describe, expect, test } from 'vitest'
import { createCompany } from './company.ts'
import { phoneNumber, spellPhone } from './phone-spellings.ts'
import { createRandom } from '@jieli/extensions/kit/seeded-random'

const company = createCompany({ until: Date.parse('2026-11-21T14:00:00Z'), days: 60 })
const consultants = company.users.filter((user) => user.roles.includes('consultant'))

describe('the invented company', () => {
  test('has 23 campuses and 86 consultants, each with a login of their own', () => {
    expect(company.campuses).toHaveLength(23)
    expect(consultants).toHaveLength(86)
    expect(new Set(company.users.map((user) => user.login)).size).toBe(company.users.length)
    expect(consultants.every((user) => /^[a-z]{3,}$/.test(user.login) && /^\p{Script=Han}{2,4}$/u.test(user.name))).toBe(true)
  })

  test('gives every campus the number of people it says', () => {
    for (const campus of company.campuses)
      expect(consultants.filter((user) => user.departmentKey === campus.key)).toHaveLength(campus.consultants)
  })

  test('is one tree of departments, parents before children, led by people it has', () => {
    const seen = new Set<string>()
    const logins = company.users.map((user) => user.login)
    for (const department of company.departments) {
      if (department.parentKey !== null) expect(seen).toContain(department.parentKey)
      if (department.managerLogin !== null) expect(logins).toContain(department.managerLogin)
      seen.add(department.key)
    }
    for (const user of company.users) expect(seen).toContain(user.departmentKey)
    for (const login of company.seniorLogins) expect(logins).toContain(login)
  })

  test('has somebody for every subject at every campus on every day', () => {
    for (const campus of company.campuses) {
      const team = consultants.filter((user) => user.departmentKey === campus.key)
      expect(new Set(team.flatMap((user) => user.skills)).size).toBe(13)
      for (let index = 0; index < 7; index++) expect(team.some((user) => (user.shift?.[index]?.length ?? 0) > 0)).toBe(true)
    }
  })

  test('leaves 仙林 without anybody after six', () => {
    const evenings = consultants
      .filter((user) => user.departmentKey === 'xianlin')
      .flatMap((user) => user.shift ?? [])
      .flat()
      .map(([, to]) => to)
    expect(evenings.every((to) => to <= '18:00')).toBe(true)
  })
})

describe('phone numbers of customers', () => {
  test('are all different and survive every spelling', () => {
    const random = createRandom(7)
    const numbers = Array.from({ length: 20_000 }, (_, index) => phoneNumber(index))
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const number of numbers.slice(0, 2_000)) {
      expect(number).toMatch(/^1[3-9]\d000\d{5}$/)
      expect(spellPhone(random, number).normalize('NFKC').replace(/\D/g, '').slice(-11)).toBe(number)
    }
  })
})
