import { call, field, literal } from '@jieli/core'
import type { SolutionConfig } from './solution-config.ts'

const isOpen = call('isNotOneOf', field('stage'), literal(['enrolled', 'lost']))
const columns = ['name', 'phone', 'subject', 'intent', 'stage', 'owner', 'nextAction', 'nextAt']

/** Saved views of leads, as in a manager's morning: what must move, what sells now, what is warm and not invited, all. */
export const views: SolutionConfig['view'] = [
  {
    id: 'lead-due-this-week',
    object: 'lead',
    order: 1,
    label: { 'zh-CN': '本周要动的', en: 'Due this week' },
    columns,
    where: call('and', isOpen, call('or', call('isThisWeek', field('nextAt')), call('atMost', field('nextAt'), call('now')))),
    sort: [{ field: 'nextAt', direction: 'asc' }],
  },
  {
    id: 'lead-sprint',
    object: 'lead',
    order: 2,
    label: { 'zh-CN': '中考冲刺', en: 'Exam sprint' },
    columns: ['name', 'phone', 'grade', 'campus', 'intent', 'stage', 'owner', 'nextAt'],
    where: call('and', isOpen, call('equals', field('subject'), literal('zk-sprint'))),
    sort: [{ field: 'createdAt', direction: 'desc' }],
  },
  {
    id: 'lead-warm-not-booked',
    object: 'lead',
    order: 3,
    label: { 'zh-CN': '高意向未约', en: 'Warm, not booked' },
    columns,
    where: call(
      'and',
      call('isOneOf', field('stage'), literal(['new', 'contacted'])),
      call('greaterThan', field('intent'), literal(74)),
    ),
    sort: [{ field: 'intent', direction: 'desc' }],
  },
  {
    id: 'lead-trials-next-3-days',
    object: 'lead',
    order: 4,
    label: { 'zh-CN': '三天内试听', en: 'Trials in 3 days' },
    columns: ['name', 'phone', 'studentName', 'grade', 'subject', 'campus', 'trialTime', 'owner'],
    where: call(
      'and',
      call('equals', field('stage'), literal('trial-booked')),
      call('withinNextDays', field('nextAt'), literal(3)),
    ),
    sort: [{ field: 'nextAt', direction: 'asc' }],
  },
  {
    id: 'lead-unassigned',
    object: 'lead',
    order: 5,
    label: { 'zh-CN': '待分配', en: 'Waiting for someone' },
    columns: ['name', 'phone', 'subject', 'campus', 'source', 'assignmentQueue', 'createdAt'],
    where: call('isNotEmpty', field('assignmentQueue')),
    sort: [{ field: 'createdAt', direction: 'asc' }],
  },
  {
    id: 'lead-all',
    object: 'lead',
    order: 6,
    label: { 'zh-CN': '全部', en: 'All' },
    columns: ['name', 'phone', 'subject', 'campus', 'source', 'intent', 'stage', 'owner', 'nextAction', 'nextAt', 'createdAt'],
    sort: [{ field: 'createdAt', direction: 'desc' }],
  },
  {
    id: 'lead-board',
    object: 'lead',
    order: 7,
    kind: 'kanban',
    label: { 'zh-CN': '看板', en: 'Board' },
    columns: ['name', 'subject', 'grade', 'owner', 'nextAction', 'nextAt'],
    where: call('notEquals', field('stage'), literal('lost')),
    groupBy: 'stage',
    sort: [{ field: 'nextAt', direction: 'asc' }],
  },
  {
    id: 'contact-all',
    object: 'contact',
    order: 1,
    label: { 'zh-CN': '全部客户', en: 'All contacts' },
    columns: ['name', 'phone', 'relationToStudent', 'studentName', 'grade', 'school', 'owner'],
    sort: [{ field: 'createdAt', direction: 'desc' }],
  },
  {
    id: 'order-all',
    object: 'order',
    order: 1,
    label: { 'zh-CN': '全部订单', en: 'All orders' },
    columns: ['subject', 'amount', 'campus', 'owner', 'status', 'closedAt'],
    sort: [{ field: 'closedAt', direction: 'desc' }],
  },
  {
    id: 'task-open',
    object: 'task',
    order: 1,
    label: { 'zh-CN': '未完成', en: 'Open' },
    columns: ['title', 'lead', 'kind', 'owner', 'dueAt'],
    where: call('isEmpty', field('doneAt')),
    sort: [{ field: 'dueAt', direction: 'asc' }],
  },
]
