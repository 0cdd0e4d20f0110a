import { formSchema, type Field, type Form } from '@jieli/core'

const field = (id: number, name: string, zh: string, type: string, settings: Record<string, unknown> = {}): Field => ({
  id: `f_${id}`,
  name,
  label: { 'zh-CN': zh },
  type,
  settings,
  required: false,
  sensitive: false,
  readOnly: false,
  identifies: false,
  searchable: false,
})

const options = (...labels: string[]) => ({
  options: labels.map((label, index) => ({ id: `o${index}`, label: { 'zh-CN': label } })),
})

/** The seven fields of a trial lesson, for tests and pictures of public pages. */
export const sampleFields: Field[] = [
  field(1, 'name', '怎么称呼您', 'text'),
  field(
    2,
    'grade',
    '孩子年级',
    'select',
    options('三年级', '四年级', '五年级', '六年级', '初一', '初二', '初三', '高一', '高二', '高三'),
  ),
  field(3, 'phone', '手机号', 'phone'),
  field(4, 'subject', '最想提分的科目', 'select', options('数学', '语文', '英语', '物理', '化学', '小升初')),
  field(5, 'trialTime', '可以来试听的时间', 'instant'),
  field(6, 'note', '想先解决什么', 'long-text'),
  field(7, 'wechat', '微信号', 'wechat-id'),
]

/** A campus's form over `sampleFields`. */
export const sampleForm: Form = formSchema.parse({
  id: 'jiangning',
  sourceId: 'website',
  title: { 'zh-CN': '约一节免费试听课', en: 'Book a free trial lesson' },
  intro: { 'zh-CN': '填完约1分钟。30分钟内，江宁校区的顾问会打给您，确认孩子的情况。' },
  fields: [
    { name: 'name', required: true, half: true, example: { 'zh-CN': '如：张女士' } },
    { name: 'grade', required: true, half: true },
    { name: 'phone', required: true, help: { 'zh-CN': '只用来确认这次试听，不会转给其他机构' } },
    { name: 'subject', required: true },
    { name: 'trialTime', required: true },
    { name: 'note', example: { 'zh-CN': '如：二次函数总丢分' } },
    { name: 'wechat' },
  ],
  submitLabel: { 'zh-CN': '约这个时间', en: 'Book' },
  nextSteps: [{ 'zh-CN': '30分钟内顾问来电，定下老师和教室' }, { 'zh-CN': '到店报手机号后四位即可，不用再填表' }],
  contact: { 'zh-CN': '江宁校区：地铁口步行6分钟，每天9:00 – 21:00。改约或取消请直接回电话。' },
})
