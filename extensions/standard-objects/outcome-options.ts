/** Results of a contact: on the follow-up as it was chosen, on the lead as the latest one. */
export const outcomeOptions = [
  { id: 'needs-trial', label: { 'zh-CN': '需试听', en: 'Wants a trial' }, color: 3 },
  { id: 'enrolled', label: { 'zh-CN': '已报名', en: 'Enrolled' }, color: 4 },
  { id: 'not-now', label: { 'zh-CN': '暂不考虑', en: 'Not now' }, color: 8 },
  { id: 'no-answer', label: { 'zh-CN': '没接通', en: 'No answer' }, color: 6 },
  { id: 'comparing', label: { 'zh-CN': '在比价', en: 'Comparing prices' }, color: 2 },
  { id: 'wecom-added', label: { 'zh-CN': '加了企微', en: 'Added on WeCom' }, color: 5 },
] as const

/** The id of an outcome. */
export type OutcomeId = (typeof outcomeOptions)[number]['id']
