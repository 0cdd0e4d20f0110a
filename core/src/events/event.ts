import type { Value } from '../formulas/expression.ts'

/** Who did it: a person, a rule, a door. */
export interface Actor {
  kind: 'user' | 'form' | 'webhook' | 'import' | 'rule' | 'timer' | 'system' | 'key'
  /** User id, form id, source id, rule id … */
  id: string | null
}

/** What an event can say. `record.*` come from the one write function; the others are facts of their features. */
export const eventKinds = {
  'record.created': { 'zh-CN': '新建', en: 'created' },
  'record.updated': { 'zh-CN': '修改', en: 'changed' },
  'record.deleted': { 'zh-CN': '删除', en: 'deleted' },
  'record.restored': { 'zh-CN': '恢复', en: 'restored' },
  'record.computed': { 'zh-CN': '自动计算', en: 'worked out' },
  'lead.touched': { 'zh-CN': '再次接触', en: 'touched again' },
  'owner.changed': { 'zh-CN': '负责人变更', en: 'owner changed' },
  'follow-up.logged': { 'zh-CN': '跟进', en: 'followed up' },
  'deadline.warned': { 'zh-CN': '超时提醒', en: 'deadline warning' },
  'notice.delivered': { 'zh-CN': '通知送达', en: 'notice delivered' },
  'notice.failed': { 'zh-CN': '通知失败', en: 'notice failed' },
  'record.shared': { 'zh-CN': '加协作人', en: 'shared' },
  'record.unshared': { 'zh-CN': '移除协作人', en: 'no longer shared' },
  'sensitive.read': { 'zh-CN': '查看敏感信息', en: 'sensitive value read' },
  'guesses.refused': { 'zh-CN': '查号过多被拦下', en: 'too many numbers tried' },
  'view-as.started': { 'zh-CN': '以他人身份查看', en: 'viewed as' },
  'handover.started': { 'zh-CN': '离职交接', en: 'handed over' },
  'handover.undone': { 'zh-CN': '撤销交接', en: 'handover undone' },
  'records.exported': { 'zh-CN': '导出记录', en: 'records exported' },
  'records.purged': { 'zh-CN': '清空回收站', en: 'removed for good' },
  'setting.changed': { 'zh-CN': '修改设置', en: 'setting changed' },
  'session.started': { 'zh-CN': '登录', en: 'signed in' },
  'session.refused': { 'zh-CN': '登录失败', en: 'sign-in refused' },
  'session.ended': { 'zh-CN': '退出登录', en: 'signed out' },
  'password.changed': { 'zh-CN': '修改密码', en: 'password changed' },
  'key.made': { 'zh-CN': '新建密钥', en: 'key made' },
  'key.first-used': { 'zh-CN': '密钥首次使用', en: 'key used for the first time' },
  'key.revoked': { 'zh-CN': '停用密钥', en: 'key revoked' },
} as const
export type EventKind = keyof typeof eventKinds

/** Where an event speaks of no record, this stands in its place. */
export const NO_RECORD = '00000000-0000-0000-0000-000000000000'

/**
 * One row of the log that is at once outbox, audit, timeline and live feed. `changes` holds before and after by field name
 * and is shown only as far as the reader may see each field.
 */
export interface CrmEvent {
  id: string
  at: string
  kind: EventKind
  object: string
  recordId: string
  actor: Actor
  /** The event that set this one going, the first of the chain, and how many lie between. */
  causeId: string | null
  rootId: string | null
  depth: number
  changes: Record<string, { before: Value; after: Value }>
  data: Record<string, unknown>
}
