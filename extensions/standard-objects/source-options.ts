/** Where a lead came from. Ids are those of the sources that take them in. */
export const sourceOptions = [
  { id: 'website', label: { 'zh-CN': '官网', en: 'Website' }, color: 1 },
  { id: 'douyin', label: { 'zh-CN': '抖音', en: 'Douyin' }, color: 2 },
  { id: 'campus-qr', label: { 'zh-CN': '校区扫码', en: 'Campus QR code' }, color: 3 },
  { id: 'xiaohongshu', label: { 'zh-CN': '小红书', en: 'Xiaohongshu' }, color: 4 },
  { id: 'wechat-oa', label: { 'zh-CN': '公众号', en: 'WeChat official account' }, color: 5 },
  { id: 'meituan', label: { 'zh-CN': '美团', en: 'Meituan' }, color: 6 },
  { id: 'referral', label: { 'zh-CN': '转介绍', en: 'Referral' }, color: 7 },
  { id: 'import', label: { 'zh-CN': '导入', en: 'Import' }, color: 8 },
] as const

/** The id of a source. */
export type SourceId = (typeof sourceOptions)[number]['id']
