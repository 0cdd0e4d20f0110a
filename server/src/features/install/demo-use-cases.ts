import type { DemoCompany } from '../../../../demo/company.ts'
import type { DemoUseCases } from '../../../../demo/use-cases.ts'
import { ManualClock } from '../../runtime/clock.ts'
import { captureAll } from '../capture/intake.ts'
import { logFollowUps } from '../follow-ups/log-follow-ups.ts'
import { applyChange } from '../records/apply-change.ts'
import { saveAccount } from '../sign-in/account-queries.ts'
import { hashPassword } from '../sign-in/password.ts'
import { runDueTimers } from '../timers/timer-loop.ts'
import { systemContext } from '../workspace/contexts.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import type { Context, Workspace } from '../workspace/workspace.ts'
import { installCompany } from './install-company.ts'
import { installObjects } from './install-objects.ts'

/** A transaction this large no longer gains by being larger. */
const MOST_AT_ONCE = 200

/** What the story asks for, done by the use cases that people and doors use, on a clock that the story turns. */
export const demoUseCases = (opened: OpenWorkspace, company: { name: string; begins: string }): DemoUseCases => {
  const clock = new ManualClock(company.begins)
  const workspace: Workspace = { ...opened.workspace, clock }
  const at = (now: string, actor?: Context['actor']): Context => {
    clock.set(now)
    return systemContext(workspace, actor, now)
  }
  return {
    installCompany: async (plan: DemoCompany) => {
      const context = at(company.begins)
      await installObjects(context, company.name)
      const ids = await installCompany(context, plan)
      // Everybody has the one password that the program prints; reckoning its hash once saves seconds.
      const passwordHash = await hashPassword(plan.password)
      await workspace.db.transaction(async (tx) => {
        for (const { login, name } of plan.users)
          await saveAccount(tx, { userId: ids.users[login] ?? '', login, name, passwordHash })
      })
      return ids
    },
    captureBatch: async (now, captures) => {
      const results = []
      for (const batch of chunks(captures)) {
        results.push(
          ...(await captureAll(
            at(now),
            batch.map((capture) => ({
              ...capture,
              actor: { kind: doorOf(workspace, capture.sourceId), id: capture.sourceId },
            })),
          )),
        )
      }
      return results.map((one) =>
        one.status === 'refused' ? null : { leadId: one.recordId, ownerId: one.ownerId, isNew: one.status === 'stored' },
      )
    },
    logFollowUps: async (now, followUps) => {
      for (const batch of chunks(followUps))
        await logFollowUps(
          at(now),
          batch.map((one) => ({ ...one, key: null })),
        )
    },
    recordOrders: async (now, orders) => {
      const context = at(now)
      await workspace.db.transaction((tx) =>
        applyChange(context, tx, {
          object: 'order',
          operations: orders.map((order) => ({
            action: 'create',
            ownerId: order.userId,
            values: {
              lead: order.leadId,
              campus: order.campusId,
              subject: order.subject,
              amount: order.amount,
              closedAt: order.closedAt,
              status: 'closed',
            },
          })),
        }),
      )
    },
    runDueTimers: async (now) => void (await runDueTimers(at(now))),
  }
}

const doorOf = (workspace: Workspace, sourceId: string): 'form' | 'webhook' =>
  workspace.config.current.item('source', sourceId)?.connector === 'form' ? 'form' : 'webhook'

const chunks = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / MOST_AT_ONCE) }, (_, index) =>
    items.slice(index * MOST_AT_ONCE, (index + 1) * MOST_AT_ONCE),
  )
