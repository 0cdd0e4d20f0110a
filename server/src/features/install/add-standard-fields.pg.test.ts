import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '@jieli/core'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { seedBoard } from '../boards/seed-board.fixture.ts'
import { writeConfig } from '../config/change-config.ts'
import { keptAtLoss } from '../follow-ups/loss-hooks.ts'
import { dropFieldColumn } from '../objects/object-tables.ts'
import { addStandardFields } from './add-standard-fields.ts'

let company: TestWorkspace
const kept = Object.keys(keptAtLoss)

const leadInfo = () => must(company.workspace.config.current.objects.get('lead'))
const keptValues = async (): Promise<unknown[]> => {
  const [stage, outcome] = kept.map((name) => must(leadInfo().fields.get(name)).column)
  return company.workspace.db.query(
    `SELECT id, ${stage} AS stage, ${outcome} AS outcome FROM w.${leadInfo().table} ORDER BY id`,
  )
}

beforeAll(async () => {
  company = await openTestWorkspace()
  await seedBoard(company, 60)
})
afterAll(() => company.close())

/** The workspace as a program left it that did not know these fields, with a stage of the company's own. */
const makeOld = async (): Promise<void> => {
  const { definition, table } = leadInfo()
  await company.workspace.db.transaction(async (tx) => {
    for (const name of kept) await dropFieldColumn(tx, table, must(leadInfo().fields.get(name)).column)
    const fields = definition.fields
      .filter((field) => !kept.includes(field.name))
      .map((field) =>
        field.name === 'stage'
          ? {
              ...field,
              settings: {
                options: [...(field.settings['options'] as object[]), { id: 'second-trial', label: { 'zh-CN': '二次试听' } }],
              },
            }
          : field,
      )
    await writeConfig(company.system(), tx, [{ kind: 'object', id: 'lead', item: { ...definition, fields } }])
  })
  await company.workspace.config.refresh()
}

test('an older workspace gets the fields that are new, filled from its log, once', async () => {
  const before = await keptValues()
  expect(before.filter((row) => (row as { stage: unknown }).stage !== null).length).toBeGreaterThan(5)
  await makeOld()
  expect(await addStandardFields(company.system())).toEqual(kept.map((name) => `lead.${name}`))
  expect(await keptValues()).toEqual(before)
  expect(leadInfo().fields.get('lostStage')?.settings).toEqual(leadInfo().fields.get('stage')?.settings)
  expect(await addStandardFields(company.system())).toEqual([])
})

test('a workspace of this version lacks none', async () => {
  expect(await addStandardFields(company.system())).toEqual([])
})
