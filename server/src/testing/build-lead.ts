import { must } from '@jieli/core'
import { captureAll } from '../features/capture/intake.ts'
import { readRecords } from '../features/records/record-queries.ts'
import type { StoredRecord } from '../features/records/change.ts'
import type { TestWorkspace } from './open-test-workspace.ts'

let built = 0

/** A new lead of 李娜 (or somebody else), come in now through the real door, with her clock running. */
export const buildLead = async (
  test: TestWorkspace,
  options: { login?: string; values?: Record<string, unknown> } = {},
): Promise<string> => {
  const number = built++
  const [captured] = await captureAll(test.system(), [
    {
      sourceId: 'website',
      eventId: `built-${number}`,
      receivedAt: test.clock.now(),
      actor: { kind: 'form', id: 'website' },
      ownerId: must(test.ids.users[options.login ?? 'lina']),
      payload: {
        name: `家长${number}`,
        phone: `139${String(20_000_000 + number)}`,
        subject: 'zk-math',
        grade: 'g9',
        campus: test.ids.campuses['xianlin'],
        note: '月考几何大题不会做',
        ...options.values,
      },
    },
  ])
  if (captured?.status !== 'stored') throw new Error(`the lead was ${captured?.status}`)
  return captured.recordId
}

/** A record as it stands, whoever may see it. */
export const readStored = async (test: TestWorkspace, object: string, id: string): Promise<StoredRecord> => {
  const [record] = await readRecords(test.workspace.db, must(test.workspace.config.current.objects.get(object)), [id])
  return must(record)
}
