/** The way of a lead, in order. Colours are the theme's categories: lost is the grey one. */
export const stageOptions = [
  { id: 'new', label: { 'zh-CN': '新线索', en: 'New' }, color: 1 },
  { id: 'contacted', label: { 'zh-CN': '已联系', en: 'Contacted' }, color: 5 },
  { id: 'trial-booked', label: { 'zh-CN': '约试听', en: 'Trial booked' }, color: 3 },
  { id: 'visited', label: { 'zh-CN': '已到访', en: 'Visited' }, color: 7 },
  { id: 'quoted', label: { 'zh-CN': '已报价', en: 'Quoted' }, color: 2 },
  { id: 'enrolled', label: { 'zh-CN': '已报名', en: 'Enrolled' }, color: 4 },
  { id: 'lost', label: { 'zh-CN': '暂不考虑', en: 'Not now' }, color: 8 },
] as const
