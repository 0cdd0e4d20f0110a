/** The way of a lead, in order. Colours are those of the design tokens' categories; won is green, lost is grey. */
export const stageOptions = [
  { id: 'new', label: { 'zh-CN': '新线索', en: 'New' }, color: 'c1' },
  { id: 'contacted', label: { 'zh-CN': '已联系', en: 'Contacted' }, color: 'c5' },
  { id: 'trial-booked', label: { 'zh-CN': '约试听', en: 'Trial booked' }, color: 'c3' },
  { id: 'visited', label: { 'zh-CN': '已到访', en: 'Visited' }, color: 'c7' },
  { id: 'quoted', label: { 'zh-CN': '已报价', en: 'Quoted' }, color: 'c2' },
  { id: 'enrolled', label: { 'zh-CN': '已报名', en: 'Enrolled' }, color: 'ok' },
  { id: 'lost', label: { 'zh-CN': '暂不考虑', en: 'Not now' }, color: 'c8' },
] as const

/** The id of a stage. */
export type StageId = (typeof stageOptions)[number]['id']
