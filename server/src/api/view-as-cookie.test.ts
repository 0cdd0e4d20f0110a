import type { FastifyRequest } from 'fastify'
import { expect, test } from 'vitest'
import { viewAsCookie, viewedIn } from './view-as-cookie.ts'

const id = '01930000-0000-7000-8000-000000000001'
const asked = (cookie?: string) => viewedIn({ headers: { cookie } } as FastifyRequest)

test('what is set is read back among other cookies', () => {
  const [pair = ''] = viewAsCookie(id, true).split(';')
  expect(asked(`a=1; ${pair}; b=2`)).toBe(id)
  expect(asked()).toBeUndefined()
})

test('a cookie whose name only ends so is another', () => {
  expect(asked(`xjieli_view_as=${id}`)).toBeUndefined()
  expect(asked(`jieli_view_as=${id}x`)).toBeUndefined()
})

test('scripts and other sites have no part in it, and the end takes it away', () => {
  expect(viewAsCookie(id, true)).toMatch(/HttpOnly; SameSite=Strict; Max-Age=28800; Secure$/)
  expect(viewAsCookie(null, false)).toContain('Max-Age=0')
  expect(asked(viewAsCookie(null, false).split(';')[0])).toBeUndefined()
})
