import { afterEach, beforeEach, expect, it } from 'vitest'
import { must } from '@jieli/core'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { addField } from './add-field.ts'

let test: TestWorkspace
beforeEach(async () => (test = await openTestWorkspace()), 120_000)
afterEach(() => test.close())

const tableOf = (): string => must(test.workspace.config.current.objects.get('lead')).table
const add = (name: string) =>
  addField(test.contextOf('admin'), 'lead', { name, label: { 'zh-CN': name }, type: 'text', settings: {} })

/** Somebody reads the table in one long transaction, as an export does. */
const holdTable = async (): Promise<{ letGo(): void; isOver: Promise<unknown> }> => {
  const [held, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const isOver = test.workspace.db.transaction(async (tx) => {
    await tx.query(`SELECT 1 FROM w.${tableOf()} LIMIT 1`)
    held.resolve()
    await over.promise
  })
  await held.promise
  return { letGo: over.resolve, isOver }
}

it('adds a field as soon as the table is free', async () => {
  const reader = await holdTable()
  const added = add('later')
  setTimeout(reader.letGo, 400)
  await expect(added).resolves.toMatchObject({ name: 'later' })
  await reader.isOver
  expect(test.workspace.config.current.objects.get('lead')?.fields.has('later')).toBe(true)
})

it('says that the table is in use when it stays so, with nothing half done, and keeps nobody waiting', async () => {
  const reader = await holdTable()
  const refused = expect(add('never')).rejects.toMatchObject({ code: 'table-busy' })
  const write = test.workspace.db.query(`UPDATE w.${tableOf()} SET rev = rev`)
  await expect(write).resolves.toEqual([])
  await refused
  reader.letGo()
  await reader.isOver
  expect(test.workspace.config.current.objects.get('lead')?.fields.has('never')).toBe(false)
  await expect(add('never')).resolves.toMatchObject({ name: 'never' })
})
