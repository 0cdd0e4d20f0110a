import type { SolutionConfig } from './solution-config.ts'

const hour = 60
const day = 24 * hour

/**
 * What a consultant chooses after contact. 没接通 is the only one that is no contact: it keeps the 48-hour clock running
 * and asks for another call soon.
 */
export const outcomes: SolutionConfig['outcome'] = [
  {
    id: 'needs-trial',
    order: 1,
    label: { 'zh-CN': '需试听', en: 'Wants a trial' },
    stage: 'trial-booked',
    next: { action: { 'zh-CN': '到店试听', en: 'Trial lesson' }, afterMinutes: day },
  },
  {
    id: 'enrolled',
    order: 2,
    label: { 'zh-CN': '已报名', en: 'Enrolled' },
    stage: 'enrolled',
    closes: true,
    next: { action: { 'zh-CN': '排课确认', en: 'Confirm timetable' }, afterMinutes: 2 * day },
  },
  { id: 'not-now', order: 3, label: { 'zh-CN': '暂不考虑', en: 'Not now' }, stage: 'lost', closes: true },
  {
    id: 'no-answer',
    order: 4,
    label: { 'zh-CN': '没接通', en: 'No answer' },
    effective: false,
    next: { action: { 'zh-CN': '再打电话', en: 'Call again' }, afterMinutes: 3 * hour },
  },
  {
    id: 'comparing',
    order: 5,
    label: { 'zh-CN': '在比价', en: 'Comparing prices' },
    stage: 'contacted',
    tag: { 'zh-CN': '比价事件', en: 'Price comparison' },
    next: { action: { 'zh-CN': '发方案', en: 'Send a plan' }, afterMinutes: day },
  },
  {
    id: 'wecom-added',
    order: 6,
    label: { 'zh-CN': '加了企微', en: 'Added on WeCom' },
    stage: 'contacted',
    next: { action: { 'zh-CN': '发试听邀请', en: 'Invite to a trial' }, afterMinutes: 2 * day },
  },
]
