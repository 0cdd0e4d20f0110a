import type { SourceId } from '@jieli/extensions/standard-objects/source-options.ts'
import { gradeOptions } from '@jieli/extensions/standard-objects/grade-options.ts'
import { subjectOptions, type SubjectId } from '@jieli/extensions/standard-objects/subject-options.ts'
import { day, hour, startOfDay, toIso, toLocalMinute, weekday } from './china-time.ts'
import { demands, pickSubject, pickWords } from './customer-words.ts'
import { pickChildName, pickParentName, pickSurname } from './people-names.ts'
import { phoneNumber, spellPhone } from './phone-spellings.ts'
import type { Random } from '@jieli/extensions/kit/seeded-random'
import type { DemoCapture } from './use-cases.ts'

/** Somebody who looks for lessons: the same whoever they leave their number with. */
export interface Customer {
  index: number
  name: string
  child: string
  phone: string
  subject: SubjectId
  grade: string
  campusId: string
}

/** A customer at a door at a moment. */
export interface Visit {
  customer: Customer
  sourceId: SourceId
  at: number
  eventId: string
}

export const pickSource = (random: Random): SourceId =>
  random.weighted<SourceId>([
    ['campus-qr', 26],
    ['douyin', 24],
    ['website', 14],
    ['wechat-oa', 12],
    ['xiaohongshu', 10],
    ['meituan', 8],
    ['referral', 6],
  ])

export const createCustomer = (random: Random, index: number, campusId: string): Customer => {
  const subject = pickSubject(random)
  const child = pickChildName(random)
  return {
    index,
    child,
    subject,
    campusId,
    name: pickParentName(random, pickSurname(random), child),
    phone: phoneNumber(index),
    grade: random.pick(demands[subject].grades),
  }
}

const labelOf = (options: readonly { id: string; label: { 'zh-CN': string } }[], id: string): string =>
  options.find((option) => option.id === id)?.label['zh-CN'] ?? id
const subjectName = (id: string): string => labelOf(subjectOptions, id)
const gradeName = (id: string): string => labelOf(gradeOptions, id)

/** Free evenings and weekends within the next eight days. */
const pickTrialTime = (random: Random, at: number): string => {
  const date = startOfDay(at) + random.integer(1, 8) * day
  const clock = weekday(date) >= 5 ? random.pick([9.5, 14, 15.5, 18.5]) : random.pick([18.5, 19.5])
  return toLocalMinute(date + clock * hour)
}

const pickBudget = (random: Random, subject: SubjectId): number => {
  const [low, high] = demands[subject].price
  return Math.round(random.between(low, high) / 100) * 100
}

const withoutBlanks = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined))

/** Our own forms: option ids and local times, as the page's controls send them. */
const formPayload = (random: Random, { customer, at, sourceId }: Visit): Record<string, unknown> =>
  withoutBlanks({
    name: customer.name,
    phone: spellPhone(random, customer.phone),
    studentName: random.chance(0.8) ? customer.child : null,
    grade: customer.grade,
    subject: customer.subject,
    trialTime: random.chance(0.72) ? pickTrialTime(random, at) : null,
    note: pickWords(random, customer.subject),
    campus: customer.campusId,
    utmSource: sourceId === 'website' ? random.pick(['baidu', 'direct', 'bing']) : null,
    utmMedium: sourceId === 'website' ? random.pick(['cpc', 'organic']) : null,
    utmCampaign: sourceId === 'campus-qr' ? null : random.pick(['秋季提分', '期中诊断', '老带新']),
  })

/** A clue as the Douyin connector hands it on. */
const douyinPayload = (random: Random, { customer, at, eventId }: Visit): Record<string, unknown> => {
  const words = pickWords(random, customer.subject)
  const plan = `${subjectName(customer.subject)}秋季${random.pick(['01', '02', '03'])}`
  return withoutBlanks({
    clue_id: `7${eventId}`.padEnd(19, '0'),
    name: customer.name,
    telephone: spellPhone(random, customer.phone),
    weixin: '',
    create_time: String(Math.floor(at / 1000)),
    promotion_name: plan,
    campaign: plan,
    click_ids: `clue_id=7${eventId}`,
    // Two in a hundred come from a campaign that is not tied to a campus.
    store_id: random.chance(0.98) ? customer.campusId : null,
    remark_dict: withoutBlanks({
      科目: subjectName(customer.subject),
      年级: gradeName(customer.grade),
      预算: random.chance(0.25) ? String(pickBudget(random, customer.subject)) : null,
    }),
    remark: words,
    note: words,
  })
}

const xiaohongshuPayload = (random: Random, { customer }: Visit): Record<string, unknown> =>
  withoutBlanks({
    type: 'lead.created',
    user_nick_name: random.pick([customer.name, `${customer.child}麻麻`, `鸡娃的${customer.name.slice(0, 1)}小姐`]),
    phone_num: spellPhone(random, customer.phone),
    store_id: customer.campusId,
    subject: subjectName(customer.subject),
    grade: gradeName(customer.grade),
    message: pickWords(random, customer.subject),
    campaign_name: random.pick(['初三逆袭笔记', '小升初经验帖', '雅思备考合集']),
  })

const meituanPayload = (random: Random, { customer }: Visit): Record<string, unknown> =>
  withoutBlanks({
    type: 'lead.created',
    customerName: customer.name,
    mobile: spellPhone(random, customer.phone),
    shopId: customer.campusId,
    dealName: subjectName(customer.subject),
    grade: gradeName(customer.grade),
    comment: random.chance(0.5) ? pickWords(random, customer.subject) : '买了 9.9 元体验课，想约时间',
  })

const referralPayload = (random: Random, visit: Visit): Record<string, unknown> => ({
  ...formPayload(random, visit),
  note: random.pick(['老学员家长推荐', '同班同学在这里上', '邻居介绍来的', '姐姐去年在这里上的小升初']),
})

const payloads: Partial<Record<SourceId, (random: Random, visit: Visit) => Record<string, unknown>>> = {
  douyin: douyinPayload,
  xiaohongshu: xiaohongshuPayload,
  meituan: meituanPayload,
  referral: referralPayload,
}

/** The event that this visit makes. */
export const captureOf = (random: Random, visit: Visit): DemoCapture => ({
  sourceId: visit.sourceId,
  eventId: visit.eventId,
  receivedAt: toIso(visit.at),
  payload: (payloads[visit.sourceId] ?? formPayload)(random, visit),
})

const junkWords: readonly [string, ...string[]] = ['测试', 'test', '代发广告，量大从优', '专业建站找我', '……', 'asdf']

/** What every open door gets too: no way to call back, or a number that is none. It must be refused and kept. */
export const junkCapture = (random: Random, { sourceId, at, eventId }: Omit<Visit, 'customer'>): DemoCapture => {
  const number = random.pick(['', '123', '1234567', '没有', '12345678901'])
  const word = random.pick(junkWords)
  const byField: Partial<Record<SourceId, Record<string, unknown>>> = {
    douyin: { name: word, telephone: number, note: word },
    xiaohongshu: { user_nick_name: word, phone_num: number },
    meituan: { customerName: word, mobile: number },
  }
  return { sourceId, eventId, receivedAt: toIso(at), payload: byField[sourceId] ?? { name: word, phone: number, note: word } }
}
