import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addComputed, asOwner, make, makeDeals, valuesOf } from '../../testing/computed-world.ts'
import { buildLead } from '../../testing/build-lead.ts'
import { openSecondProcess, openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { systemContext } from '../workspace/contexts.ts'
import { changeOne } from '../records/apply-change.ts'

let test: TestWorkspace
const owner = () => asOwner(test.contextOf('admin'))
const numberOf = async (object: string, id: string) => (await valuesOf(test, object, id))['number']

beforeAll(async () => {
  test = await openTestWorkspace()
  await makeDeals(test)
  await addComputed(test, 'deal', 'number', 'auto-number', { pattern: 'XS-{yyyyMM}-{0000}' })
}, 120_000)
afterAll(() => test.close())

describe('an auto number', () => {
  it('counts up within the month in the company’s zone, and begins anew with the next', async () => {
    test.clock.set('2026-11-30T15:59:59.000Z')
    expect(await numberOf('deal', await make(owner(), 'deal', {}))).toBe('XS-202611-0001')
    expect(await numberOf('deal', await make(owner(), 'deal', {}))).toBe('XS-202611-0002')
    test.clock.set('2026-11-30T16:00:00.000Z')
    expect(await numberOf('deal', await make(owner(), 'deal', {}))).toBe('XS-202612-0001')
  })

  it('is not written by people, and never used again', async () => {
    await expect(make(owner(), 'deal', { number: 'XS-1' })).rejects.toMatchObject({ issues: [{ code: 'unknown-field' }] })
    const id = await make(owner(), 'deal', {})
    const number = await numberOf('deal', id)
    await changeOne(owner(), 'deal', { action: 'delete', id })
    expect(await numberOf('deal', await make(owner(), 'deal', {}))).not.toBe(number)
    await changeOne(owner(), 'deal', { action: 'restore', id })
    expect(await numberOf('deal', id)).toBe(number)
  })

  it('is different for each of many made at once by two processes, and nobody waits for another to commit', async () => {
    const second = await openSecondProcess(test)
    const contexts = [owner(), systemContext(second.workspace)]
    const open = await test.workspace.db.transaction(async (tx) => {
      // While this transaction holds a number that it has not committed, others go on.
      await tx.query(
        `SELECT nextval('w.${test.workspace.config.current.objects.get('deal')?.fields.get('number')?.column}_number')`,
      )
      return Promise.all(
        Array.from({ length: 60 }, (_, index) => make(contexts[index % 2] ?? owner(), 'deal', { name: `${index}` })),
      )
    })
    const numbers = await Promise.all(open.map((id) => numberOf('deal', id)))
    expect(new Set(numbers).size).toBe(60)
    await second.close()
  })

  it('comes by every door, and to those that were there before it', async () => {
    const before = await buildLead(test)
    await addComputed(test, 'lead', 'number', 'auto-number', { pattern: 'L{000}' })
    expect(await numberOf('lead', before)).toMatch(/^L\d{3}$/)
    const after = await buildLead(test, { values: { number: 'L999' } })
    expect(await numberOf('lead', after)).toMatch(/^L\d{3}$/)
    expect(await numberOf('lead', after)).not.toBe('L999')
  })
})
