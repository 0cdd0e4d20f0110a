import { must, type Value } from '@jieli/core'
import { instantOf, isoOf } from '@jieli/core/time/zoned-time'
import { newId } from '../../runtime/new-id.ts'
import type { TestWorkspace } from '../../testing/open-test-workspace.ts'
import { insertCaptures } from '../capture/capture-queries.ts'
import { applyChange } from '../records/apply-change.ts'
import type { Operation } from '../records/change.ts'

/** A lead as the seed made it, with the truth that the board must find out by itself. */
export interface SeededLead {
  id: string
  campus: 'xianlin' | 'binhu'
  owner: string | null
  createdAt: string
  source: string
  /** Where it stands. */
  stage: string
  /** The furthest stage it ever stood at. */
  furthest: string
  outcome: string | null
  /** What was logged before it was given up. */
  outcomeBefore: string | null
  minutes: number | null
  filled: number
  nextAt: string | null
  /** From event to record, in minutes, of each touch. */
  touches: { receivedAt: string; delay: number }[]
}

export interface SeededOrder {
  campus: 'xianlin' | 'binhu'
  amount: number
  closedAt: string
  status: 'open' | 'closed' | 'refunded'
}

/** Chance that is the same on every run: draws of one lead do not hang on those of another. */
const draw = (index: number, salt: number, sides: number): number => {
  let mixed = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return ((mixed ^ (mixed >>> 13)) >>> 0) % sides
}

const MINUTE = 60_000
const people = { xianlin: ['lina', 'wangshan', 'hejiawen'], binhu: ['gaoyuan', 'linruoxi'] } as const
const sources = ['douyin', 'campus-qr', 'website', 'meituan'] as const
const ways = [
  'new',
  'contacted',
  'trial-booked',
  'visited',
  'quoted',
  'enrolled',
  'lost-early',
  'lost-booked',
  'lost-visited',
] as const
const finals: Record<string, { stage: string; furthest: string }> = {
  'lost-early': { stage: 'lost', furthest: 'contacted' },
  'lost-booked': { stage: 'lost', furthest: 'trial-booked' },
  'lost-visited': { stage: 'lost', furthest: 'visited' },
}

const leadOf = (index: number, now: number): SeededLead => {
  const campus = draw(index, 1, 3) === 0 ? 'binhu' : 'xianlin'
  const way = must(ways[draw(index, 2, ways.length)])
  const { stage, furthest } = finals[way] ?? { stage: way, furthest: way }
  const created = now - draw(index, 3, 45 * 24 * 60) * MINUTE - 1
  const isAnswered = way !== 'new' || draw(index, 4, 5) === 0
  const minutes = isAnswered ? 5 + draw(index, 5, 10) * draw(index, 6, 400) : null
  return {
    id: newId(isoOf(created)),
    campus,
    stage,
    furthest,
    createdAt: isoOf(created),
    minutes,
    source: must(sources[draw(index, 7, sources.length)]),
    owner: draw(index, 8, 20) === 0 ? null : must(people[campus][draw(index, 9, people[campus].length)]),
    outcome: isAnswered
      ? stage === 'lost'
        ? 'not-now'
        : must(['needs-trial', 'comparing', 'no-answer'][draw(index, 10, 3)])
      : null,
    outcomeBefore: stage === 'lost' ? must(['needs-trial', 'comparing', 'no-answer'][draw(index, 11, 3)]) : null,
    filled: isAnswered ? draw(index, 12, 5) : 0,
    nextAt: ['lost', 'enrolled'].includes(stage) ? null : isoOf(now + (draw(index, 13, 96) - 48) * 60 * MINUTE),
    touches: Array.from({ length: 1 + draw(index, 14, 2) }, (_, touch) => ({
      receivedAt: isoOf(Math.min(now, created + touch * 90 * MINUTE)),
      delay: draw(index, 15 + touch, 200),
    })),
  }
}

const keyValues = { decisionRole: 'mother', budget: 12_000, subject: 'zk-math', grade: 'g9' } as const

/** Records by the write function, history and all, in a handful of transactions. */
export const seedBoard = async (
  test: TestWorkspace,
  count: number,
  offset = 0,
): Promise<{ leads: SeededLead[]; orders: SeededOrder[] }> => {
  const now = instantOf(test.workspace.clock.now())
  const leads = Array.from({ length: count }, (_, index) => leadOf(index + offset, now))
  const orders = Array.from({ length: Math.ceil(count / 6) }, (_, index): SeededOrder => ({
    campus: draw(index + offset, 30, 2) === 0 ? 'xianlin' : 'binhu',
    amount: 3_000 + draw(index + offset, 31, 30_000),
    closedAt: isoOf(now - draw(index + offset, 32, 45 * 24 * 60) * MINUTE - 1),
    status: draw(index + offset, 33, 5) === 0 ? 'refunded' : 'closed',
  }))
  const change = (object: string, operations: Operation[]) =>
    test.workspace.db.transaction((tx) => applyChange(test.system(), tx, { object, operations, isClean: true }))
  const firstStage = (lead: SeededLead): string => (lead.stage === 'lost' ? lead.furthest : lead.stage)
  await change(
    'lead',
    leads.map((lead) => ({
      action: 'create',
      id: lead.id,
      ownerId: null,
      createdAt: lead.createdAt,
      departmentPath: pathOf(test, lead.campus),
      values: {
        name: `客户${lead.id.slice(-4)}`,
        campus: must(test.ids.campuses[lead.campus]),
        source: lead.source,
        stage: 'new',
        phone: `+86138${lead.id.replace(/\D/g, '').slice(-8).padStart(8, '0')}`,
        note: lead.id,
      },
    })),
  )
  await change(
    'lead',
    leads.map((lead) => ({
      action: 'update',
      id: lead.id,
      ownerId: lead.owner === null ? null : must(test.ids.users[lead.owner]),
      values: standing(lead, firstStage(lead)),
    })),
  )
  const lost = leads.filter((lead) => lead.stage === 'lost')
  await change(
    'lead',
    lost.map((lead) => ({ action: 'update', id: lead.id, values: { stage: 'lost', outcome: 'not-now', nextAt: null } })),
  )
  await change(
    'order',
    orders.map((order, index) => ({
      action: 'create',
      ownerId: must(test.ids.users[must(people[order.campus][index % 2])]),
      values: {
        campus: must(test.ids.campuses[order.campus]),
        amount: order.amount,
        closedAt: order.closedAt,
        status: order.status,
        subject: 'zk-math',
      },
    })),
  )
  await test.workspace.db.transaction((tx) =>
    insertCaptures(
      tx,
      leads.flatMap((lead) =>
        lead.touches.map((touch, index) => ({
          id: newId(touch.receivedAt),
          sourceId: lead.source,
          eventId: `${lead.id}/${index}`,
          receivedAt: touch.receivedAt,
          occurredAt: null,
          payload: {},
          attribution: {},
          actorKind: 'webhook',
          actorId: lead.source,
          status: index === 0 ? ('stored' as const) : ('touched' as const),
          reason: null,
          issues: null,
          recordId: lead.id,
          processedAt: isoOf(instantOf(touch.receivedAt) + touch.delay * MINUTE),
        })),
      ),
    ),
  )
  return { leads, orders }
}

const pathOf = (test: TestWorkspace, campus: string): string =>
  must(test.workspace.directory.current.departmentOfCampus.get(must(test.ids.campuses[campus])))

const standing = (lead: SeededLead, stage: string): Record<string, Value> => ({
  stage,
  outcome: lead.stage === 'lost' ? lead.outcomeBefore : lead.outcome,
  nextAction: lead.nextAt === null ? null : '电话回访',
  nextAt: lead.nextAt,
  firstFollowUpAt: lead.minutes === null ? null : isoOf(instantOf(lead.createdAt) + lead.minutes * MINUTE),
  firstResponseMinutes: lead.minutes,
  ...Object.fromEntries(Object.entries(keyValues).slice(0, lead.filled)),
})
