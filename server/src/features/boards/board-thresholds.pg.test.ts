import { afterAll, beforeAll, expect, test } from 'vitest'
import { CAMPUS_BOARD, usualThresholds } from '@jieli/core'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { changeConfig } from '../config/change-config.ts'
import type { Commit } from '../workspace/commit-feed.ts'
import { findCampusBoard } from './find-campus-board.ts'
import { seedBoard } from './seed-board.fixture.ts'

let company: TestWorkspace
beforeAll(async () => {
  company = await openTestWorkspace({ now: '2026-11-21T07:30:00.000Z' })
  await seedBoard(company, 200)
})
afterAll(() => company.close())

const set = (thresholds: object): Promise<void> =>
  changeConfig(company.contextOf('admin'), [{ kind: 'board', id: CAMPUS_BOARD, item: { id: CAMPUS_BOARD, thresholds } }])
const figure = async (name: string) =>
  (await findCampusBoard(company.contextOf('zhou'), { range: 'month' })).figures.find((one) => one.name === name)

test('a board that nobody set up holds people to the usual', async () => {
  expect(await figure('followUp48h')).toMatchObject({ threshold: usualThresholds.followUp48h })
})

test('a changed threshold judges the same figures anew at once, and open boards are told', async () => {
  const before = await figure('firstResponse')
  const told: Commit[] = []
  const forget = company.workspace.commits.subscribe((commit) => told.push(commit))
  await set({ firstResponse: 0.1, followUp48h: 1 })
  forget()
  expect(await figure('firstResponse')).toMatchObject({ value: before?.value, threshold: 0.1, status: 'err' })
  expect(await figure('followUp48h')).toMatchObject({ threshold: 1, status: 'ok' })
  expect(told.some((commit) => commit.metaVersion !== undefined)).toBe(true)
})

test('who may not configure does not set what others are held to', async () => {
  const change = changeConfig(company.contextOf('lina'), [
    { kind: 'board', id: CAMPUS_BOARD, item: { id: CAMPUS_BOARD, thresholds: {} } },
  ])
  await expect(change).rejects.toMatchObject({ code: 'forbidden' })
})
