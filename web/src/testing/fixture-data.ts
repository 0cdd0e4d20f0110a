import type { AssignmentExplanation, CrmRecord, Outcome, View } from '@jieli/core'
import { standardObjects } from '@jieli/extensions/standard-objects'
import type { Meta, ObjectMeta } from '../data/meta-shapes.ts'
import type { Today, TodayItem } from '../data/today.ts'
import type { TimelineEntry } from '../data/timeline.ts'

/** Invented people and leads around a given moment, always the same ones: for looking at pages without a server. */
const surnames = [...'刘张孟钱邵冯罗陶姜尹黎白秦江顾龚柳沈段温苗于葛贺詹易卢蔡']
const subjects = ['zk-math', 'zk-sprint', 'xsc', 'g8-physics', 'g10-math', 'g10-english']
const owners = ['陈思远', '李娜', '何嘉文', '王珊', '徐可', '林若溪', '高远', '郑雨桐', '吴敏之']
const actions = ['确认周六试听', '首次跟进', '电话回访', '发报价单', '到店接待', '加企微', '发方案', '三方确认']
const stages = ['contacted', 'trial-booked', 'new', 'visited', 'quoted', 'enrolled']
const minutes = [-300, -130, -38, 22, 48, 198, 288, 318, 378, 468, 498, 558, 1_440, 1_500, 1_700, 2_000, 2_900, 3_000]

export const users = [
  { id: 'u0', name: '周晓彤', departmentId: 'd0', active: true },
  ...owners.map((name, index) => ({ id: `u${index + 1}`, name, departmentId: `d${(index % 3) + 1}`, active: true })),
]
export const departments = ['华东区', '江宁校区', '滨湖校区', '仙林校区'].map((name, index) => ({
  id: `d${index}`,
  name,
  parentId: index === 0 ? null : 'd0',
  path: index === 0 ? 'd0' : `d0.d${index}`,
}))
export const campusTitles = { c1: '江宁校区', c2: '滨湖校区', c3: '仙林校区' }

const objectMeta = (): ObjectMeta[] =>
  Object.values(standardObjects).map((object, index) => ({
    id: `o_${index + 1}`,
    name: object.name,
    label: object.label,
    icon: object.icon ?? 'table-2',
    titleField: object.titleField,
    ...(object.stageField ? { stageField: object.stageField } : {}),
    can: { create: true, update: true, delete: true },
    fields: [
      ...object.fields.map((field) => ({
        required: false,
        readOnly: false,
        sensitive: false,
        searchable: false,
        settings: {},
        ...field,
        right: 'write' as const, mayFill: true,
      })),
      {
        name: 'owner',
        label: { 'zh-CN': '负责人', en: 'Owner' },
        type: 'user',
        settings: {},
        required: false,
        readOnly: true,
        sensitive: false,
        searchable: false,
        right: 'read' as const, mayFill: false,
        system: true as const,
      },
    ] as ObjectMeta['fields'],
  }))

const outcome = (id: string, zh: string, en: string, more: Partial<Outcome> = {}): Outcome => ({
  id,
  label: { 'zh-CN': zh, en },
  order: 0,
  mayGoBack: false,
  effective: true,
  closes: false,
  ...more,
})
const outcomes: Outcome[] = [
  outcome('trial', '需试听', 'Wants a trial', {
    order: 1,
    stage: 'trial-booked',
    next: { action: { 'zh-CN': '到店试听', en: 'Trial lesson' }, afterMinutes: 1_640 },
  }),
  outcome('enrolled', '已报名', 'Enrolled', { order: 2, stage: 'enrolled', closes: true }),
  outcome('lost', '暂不考虑', 'Not now', { order: 3, stage: 'lost', closes: true }),
  outcome('no-answer', '没接通', 'No answer', {
    order: 4,
    effective: false,
    next: { action: { 'zh-CN': '再打电话', en: 'Call again' }, afterMinutes: 120 },
  }),
  outcome('comparing', '在比价', 'Comparing', {
    order: 5,
    stage: 'contacted',
    next: { action: { 'zh-CN': '发方案', en: 'Send a plan' }, afterMinutes: 1_440 },
  }),
  outcome('wecom-added', '加了企微', 'WeCom added', {
    order: 6,
    stage: 'contacted',
    next: { action: { 'zh-CN': '企微问候', en: 'Say hello' }, afterMinutes: 1_440 },
  }),
]
const view = (id: string, zh: string, order: number, where?: View['where']): View => ({
  id,
  object: 'lead',
  label: { 'zh-CN': zh },
  kind: 'list',
  order,
  ownerId: null,
  columns: ['name', 'phone', 'subject', 'intent', 'stage', 'owner', 'nextAction', 'nextAt'],
  sort: [],
  ...(where ? { where } : {}),
})

export const makeMeta = (): Meta => ({
  version: 1,
  objects: objectMeta(),
  outcomes,
  users,
  departments,
  views: [
    view('week', '本周要动的', 1, {
      call: 'isOneOf',
      args: [{ field: 'stage' }, { value: ['new', 'contacted', 'trial-booked', 'visited', 'quoted'] }],
    }),
    view('zk', '中考冲刺', 2, { call: 'isOneOf', args: [{ field: 'subject' }, { value: ['zk-sprint'] }] }),
    view('every', '全部', 3),
  ],
})

export const makeLeads = (now: number, count = 240): CrmRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `l${index}`,
    rev: 1,
    values: {
      name: `${surnames[index % surnames.length]}${index % 3 === 1 ? '先生' : '女士'}`,
      phone: `1${38 + (index % 50)}****${String(2_233 + index * 37).slice(-4)}`,
      subject: subjects[index % subjects.length] ?? null,
      grade: 'g9',
      intent: 40 + ((index * 17) % 58),
      stage: stages[index % stages.length] ?? null,
      owner: `u${(index % owners.length) + 1}`,
      campus: `c${(index % 3) + 1}`,
      source: 'douyin',
      note: index % 2 ? '月考几何大题不会做辅助线，想先听一节' : null,
      trialTime: new Date(now + 18_000_000).toISOString(),
      budget: null,
      decisionRole: null,
      nextAction: actions[index % actions.length] ?? null,
      nextAt: new Date(now + (minutes[index] ?? 3_000 + index * 40) * 60_000).toISOString(),
    },
  }))

const item = (lead: CrmRecord): TodayItem => ({
  leadId: lead.id,
  name: String(lead.values['name']),
  phone: String(lead.values['phone']),
  grade: '初三',
  subject: '中考数学',
  action: String(lead.values['nextAction']),
  dueAt: String(lead.values['nextAt']),
})
export const makeToday = (leads: CrmRecord[], now: number): Today => {
  const [fresh, ...others] = leads
  return {
    now: new Date(now).toISOString(),
    counts: { overdue: 2, fresh: 1, today: 9, waiting: 4 },
    fresh: fresh
      ? [
          {
            ...item(fresh),
            sourceLabel: '抖音',
            note: '月考几何大题不会做辅助线，想先听一节',
            clock: { startedAt: new Date(now - 378_000).toISOString(), dueAt: new Date(now + 522_000).toISOString() },
          },
        ]
      : [],
    overdue: others.slice(0, 2).map(item),
    today: others.slice(2, 11).map(item),
    waiting: others.slice(11, 15).map(item),
  }
}

const candidate = (
  name: string,
  figure: number,
  holding: number,
  more: Partial<AssignmentExplanation['rules'][number]['candidates'][number]>,
): AssignmentExplanation['rules'][number]['candidates'][number] => ({
  userId: `u${owners.indexOf(name) + 1}`,
  name,
  eligible: true,
  rank: null,
  reason: 'ranked-lower',
  onShift: true,
  onLeave: false,
  holding,
  holdingCap: 40,
  today: 2,
  dailyCap: 8,
  figures: [{ label: { 'zh-CN': '近7天中考数学成交', en: 'Closed in 7 days' }, value: `${figure}单` }],
  ...more,
})
export const explanation: AssignmentExplanation = {
  decidedAt: '2026-11-20T11:42:08Z',
  outcome: 'assigned',
  winnerId: 'u2',
  rules: [
    {
      ruleId: 'r0',
      label: '原顾问优先',
      version: 3,
      verdict: 'not-matched',
      clauses: [{ sentence: '有原顾问', holds: false, read: [] }],
      candidates: [],
    },
    {
      ruleId: 'r1',
      label: '中考冲刺优先',
      version: 7,
      verdict: 'matched',
      strategy: '按近7天成交单数',
      tieBreak: 'fewest-in-hand',
      clauses: ['来源 等于 抖音', '科目 属于 中考', '校区 等于 江宁'].map((sentence) => ({ sentence, holds: true, read: [] })),
      candidates: [
        candidate('李娜', 3, 6, { rank: 1, reason: 'won' }),
        candidate('王珊', 2, 4, { rank: 2 }),
        candidate('何嘉文', 2, 9, { rank: 3, reason: 'tie-lost' }),
        candidate('陈思远', 4, 11, { eligible: false, reason: 'on-leave' }),
        candidate('徐可', 1, 40, { eligible: false, reason: 'holding-cap' }),
      ],
    },
  ],
}

export const timeline: TimelineEntry[] = [
  {
    id: 'e3',
    at: '2026-11-20T12:15:00Z',
    kind: 'follow-up.logged',
    actor: { kind: 'user', id: 'u2', name: '李娜' },
    title: '电话跟进：需试听',
    changes: [{ field: 'stage', label: '阶段', before: '已联系', after: '约试听' }],
    data: { note: '另一家给了八折，我们想先听一节，周六下午孩子有空。' },
  },
  {
    id: 'e2',
    at: '2026-11-20T11:42:30Z',
    kind: 'notice.delivered',
    actor: { kind: 'rule', id: 'r1', name: '' },
    title: '企业微信通知已送达李娜',
    changes: [],
    data: {},
  },
  {
    id: 'e1',
    at: '2026-11-20T11:42:08Z',
    kind: 'record.created',
    actor: { kind: 'webhook', id: 'douyin', name: '抖音留资' },
    title: '进入',
    changes: [{ field: 'subject', label: '科目', before: '', after: '中考数学' }],
    data: {},
  },
]
