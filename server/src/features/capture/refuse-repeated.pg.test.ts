import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { runDueJobs } from '../long-jobs/job-loop.ts'
import { addField } from '../objects/add-field.ts'
import { findRecords } from '../records/find-records.ts'
import { captureAll } from './intake.ts'
import { rerunCapture } from './rerun-captures.ts'
import type { Captured, Submission } from './submission.ts'

let test: TestWorkspace
beforeAll(async () => {
  test = await openTestWorkspace()
  await addField(test.contextOf('admin'), 'lead', { name: 'card', label: { 'zh-CN': '学员卡号' }, type: 'text', unique: true })
  await addField(test.contextOf('admin'), 'lead', { name: 'badge', label: { 'zh-CN': '胸牌号' }, type: 'text', unique: true })
  await runDueJobs(test.workspace)
})
afterAll(() => test.close())

let events = 0
const submit = (...payloads: Record<string, string>[]): Promise<Captured[]> =>
  captureAll(
    test.system(),
    payloads.map((payload): Submission => ({
      sourceId: 'website',
      eventId: `repeated-${events++}`,
      receivedAt: test.clock.now(),
      payload,
      actor: { kind: 'form', id: 'website' },
    })),
  )
const cards = async (): Promise<unknown[]> =>
  (await findRecords(test.contextOf('admin'), { object: 'lead', select: ['card'] })).records.map(({ values }) => values['card'])

it('refuses a new customer on the field, without a word of who has the value, and keeps the envelope', async () => {
  await submit({ name: '甲', phone: '13712340001', card: 'K1' })
  const [refused, other] = await submit(
    { name: '乙', phone: '13712340002', card: 'k1' },
    { name: '丙', phone: '13712340003', card: 'K2' },
  )
  expect(refused).toMatchObject({ status: 'refused', reason: 'taken', issues: [{ path: 'card', code: 'taken' }] })
  expect(JSON.stringify(refused)).not.toContain('甲')
  expect(other).toMatchObject({ status: 'stored' })
  const again = await rerunCapture(test.contextOf('admin'), refused?.captureId ?? '', { card: 'K3' })
  expect(again).toMatchObject({ status: 'stored' })
})

it('counts the touch of a customer we have, with the value left where it is', async () => {
  const [first] = await submit({ name: '丁', phone: '13712340004', card: 'K4' })
  const [same] = await submit({ name: '丁', phone: '13712340004', card: 'K4' })
  expect(same).toMatchObject({ status: 'touched', recordId: first?.status === 'refused' ? '' : first?.recordId })
  const [known] = await submit({ name: '戊', phone: '13712340005' })
  const [touch] = await submit({ name: '戊', phone: '13712340005', card: 'K4' })
  expect(touch).toMatchObject({ status: 'touched', recordId: known?.status === 'refused' ? '' : known?.recordId })
  expect((await cards()).filter((card) => card === 'K4')).toHaveLength(1)
})

it('lets one of those that come in one instant in, and tells the customers of one batch apart', async () => {
  const results = await submit(
    { name: '己', phone: '13712340006', card: 'K6' },
    { name: '庚', phone: '13712340007', card: 'K6' },
    { name: '己', phone: '13712340006', card: 'K6' },
  )
  expect(results.map(({ status }) => status)).toEqual(['stored', 'refused', 'touched'])
})

it('lets what is refused stand in nobody’s way: neither its value nor who brought it is here then', async () => {
  await submit({ name: '辛', phone: '13712340008', card: 'K8', badge: 'B8' })
  const results = await submit(
    { name: '壬', phone: '13712340009', card: 'K8', badge: 'B9' },
    { name: '壬', phone: '13712340009', card: 'K8' },
    { name: '癸', phone: '13712340010', card: 'K10', badge: 'B9' },
  )
  expect(results.map(({ status }) => status)).toEqual(['refused', 'refused', 'stored'])
})
