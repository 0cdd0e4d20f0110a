import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { visibleFollowUp } from './visible-follow-up.ts'

let test: TestWorkspace

beforeAll(async () => {
  test = await openTestWorkspace()
})
afterAll(() => test.close())

const data = {
  followUpId: 'f',
  taskId: 't',
  effective: true,
  outcomeId: 'comparing',
  outcome: { 'zh-CN': '在比价' },
  tag: null,
  note: '在看两家',
  nextAction: '发方案',
  nextAt: '2026-11-17T04:00:00.000Z',
}

describe('what a timeline tells of a follow-up', () => {
  it('is all of it for those who read follow-ups', () => {
    for (const login of ['lina', 'xlboss', 'admin']) expect(visibleFollowUp(test.contextOf(login), data)).toEqual(data)
  })

  it('is only that there was one for those who do not', () => {
    expect(visibleFollowUp(test.contextOf('desk'), data)).toEqual({ followUpId: 'f', taskId: 't', effective: true })
  })
})
