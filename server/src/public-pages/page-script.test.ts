import { Script } from 'node:vm'
import { expect, test } from 'vitest'
import { formScript, photoScript, thanksScript } from './page-script.ts'

test.each([
  ['of the form', formScript('zh-CN')],
  ['of a form with photos', formScript('en') + photoScript],
  ['of the page of thanks', thanksScript],
])('the script %s is one that browsers read, and small', (_, script) => {
  expect(() => new Script(script)).not.toThrow()
  expect(script).not.toContain('</')
  expect(Buffer.byteLength(script)).toBeLessThan(5_000)
})

test('photos and what the page carries are in no draft', () => {
  const own = /function own\(e\)\{return ([^}]+)\}/.exec(formScript('zh-CN'))?.[1] ?? ''
  const isKept = (e: object): unknown => new Script(`(e)=>${own}`).runInThisContext()(e)
  expect(isKept({ name: 'phone', type: 'tel' })).toBe(true)
  expect(
    [
      { name: 'paper', type: 'file' },
      { name: 'paper', type: 'hidden' },
      { name: '_token', type: 'text' },
    ].some(isKept),
  ).toBe(false)
})
