import { createHash } from 'node:crypto'
import type { DemoCompany } from './company.ts'
import type { DemoCapture, DemoCaptured, DemoFollowUp, DemoOrder, DemoUseCases } from './use-cases.ts'

/** A lead as the stand-in remembers it. */
export interface RememberedLead {
  leadId: string
  ownerId: string
  campusId: string
  receivedAt: number
  firstAt: number | null
  nextAt: number | null
  isOpen: boolean
  stage: string
  touches: number
}

const digits = (payload: Record<string, unknown>): string => {
  const written = payload['phone'] ?? payload['telephone'] ?? payload['phone_num'] ?? payload['mobile']
  return String(written ?? '')
    .normalize('NFKC')
    .replace(/\D/g, '')
    .slice(-11)
}

/**
 * A platform made of arrays: identity by phone, turns within the campus. It lets the tests see the whole story in a
 * second and holds a hash of everything it was told.
 */
export class MemoryUseCases implements DemoUseCases {
  readonly leads = new Map<string, RememberedLead>()
  readonly captures: DemoCapture[] = []
  readonly followUps: DemoFollowUp[] = []
  readonly orders: DemoOrder[] = []
  refused = 0
  timers = 0
  private readonly hash = createHash('sha256')
  private readonly byPhone = new Map<string, RememberedLead>()
  private team = new Map<string, string[]>()

  async installCompany(company: DemoCompany) {
    this.told(company)
    const consultants = company.users.filter((user) => user.roles.includes('consultant'))
    this.team = new Map(
      company.campuses.map(({ key }) => [
        `campus-${key}`,
        consultants.filter((user) => user.departmentKey === key).map((user) => `user-${user.login}`),
      ]),
    )
    return {
      campuses: Object.fromEntries(company.campuses.map(({ key }) => [key, `campus-${key}`])),
      users: Object.fromEntries(company.users.map(({ login }) => [login, `user-${login}`])),
    }
  }

  async captureBatch(now: string, captures: DemoCapture[]) {
    this.told([now, captures])
    return captures.map((capture) => this.capture(capture))
  }

  async logFollowUps(now: string, followUps: DemoFollowUp[]) {
    this.told([now, followUps])
    for (const followUp of followUps) this.logFollowUp(followUp)
  }

  async recordOrders(now: string, orders: DemoOrder[]) {
    this.told([now, orders])
    this.orders.push(...orders)
  }

  async runDueTimers() {
    this.timers++
  }

  /** Of all that was told, in order. */
  digest(): string {
    return this.hash.copy().digest('hex')
  }

  private told(what: unknown): void {
    this.hash.update(JSON.stringify(what))
  }

  private capture(capture: DemoCapture): DemoCaptured | null {
    this.captures.push(capture)
    const phone = digits(capture.payload)
    if (!/^1[3-9]\d{9}$/.test(phone)) {
      this.refused++
      return null
    }
    const known = this.byPhone.get(phone)
    if (known) {
      known.touches++
      return { leadId: known.leadId, ownerId: known.ownerId, isNew: false }
    }
    const campusId = String(
      capture.payload['campus'] ?? capture.payload['store_id'] ?? capture.payload['shopId'] ?? 'campus-xuhui',
    )
    const team = this.team.get(campusId) ?? []
    const lead: RememberedLead = {
      leadId: `lead-${this.leads.size}`,
      ownerId: team[this.leads.size % team.length] ?? '',
      campusId,
      receivedAt: Date.parse(capture.receivedAt),
      firstAt: null,
      nextAt: null,
      isOpen: true,
      stage: 'new',
      touches: 1,
    }
    this.leads.set(lead.leadId, lead)
    this.byPhone.set(phone, lead)
    return { leadId: lead.leadId, ownerId: lead.ownerId, isNew: true }
  }

  private logFollowUp(followUp: DemoFollowUp): void {
    this.followUps.push(followUp)
    const lead = this.leads.get(followUp.leadId)
    if (!lead) throw new Error(`follow-up on unknown ${followUp.leadId}`)
    if (followUp.outcomeId !== 'no-answer') lead.firstAt ??= Date.parse(followUp.at)
    lead.nextAt = followUp.nextAt === null ? null : Date.parse(followUp.nextAt)
    lead.stage = followUp.outcomeId
    if (['enrolled', 'not-now'].includes(followUp.outcomeId)) lead.isOpen = false
  }
}
