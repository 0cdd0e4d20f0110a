import type { SolutionConfig } from './solution-config.ts'
import type { EducationSetup, SolutionCampus } from './setup.ts'

type FormInput = SolutionConfig['form'][number]

/** Trial lessons: evenings on school days, all day at weekends. Campuses are closed on Mondays until the evening. */
const evenings = ['18:30', '19:30']
const weekends = ['09:30', '14:00', '15:30', '18:30']
const trialSlots = { days: 8, week: [['18:30'], evenings, evenings, evenings, evenings, weekends, weekends] }

/** Seven questions and no more: what the first call needs. */
const questions: FormInput['fields'] = [
  {
    name: 'name',
    label: { 'zh-CN': '怎么称呼您', en: 'Your name' },
    example: { 'zh-CN': '如：张女士', en: 'Ms Zhang' },
    required: true,
    half: true,
  },
  { name: 'grade', label: { 'zh-CN': '孩子年级', en: 'Grade' }, required: true, half: true },
  {
    name: 'phone',
    label: { 'zh-CN': '手机号', en: 'Mobile' },
    required: true,
    help: { 'zh-CN': '只用来确认这次试听，不会转给其他机构', en: 'Only to confirm this trial; never passed on' },
  },
  {
    name: 'studentName',
    label: { 'zh-CN': '孩子的名字', en: 'Child’s name' },
    example: { 'zh-CN': '小名也行', en: 'A nickname will do' },
  },
  { name: 'subject', label: { 'zh-CN': '最想提分的科目', en: 'Subject to improve' }, required: true },
  {
    name: 'trialTime',
    label: { 'zh-CN': '可以来试听的时间', en: 'When you can come' },
    help: { 'zh-CN': '每节 45 分钟', en: '45 minutes a lesson' },
    slots: trialSlots,
  },
  {
    name: 'note',
    label: { 'zh-CN': '想先解决什么', en: 'What to solve first' },
    example: { 'zh-CN': '如：二次函数总丢分', en: 'For example: quadratic functions' },
  },
]

const trial = {
  fields: questions,
  submitLabel: { 'zh-CN': '约这个时间', en: 'Book this time' },
  nextSteps: [
    { 'zh-CN': '马上收到短信，里面有时间和地址', en: 'A text message with time and place, at once' },
    { 'zh-CN': '30 分钟内顾问来电，定下老师和教室', en: 'Within 30 minutes a call: teacher and room' },
    { 'zh-CN': '到店报手机号后四位即可，不用再填表', en: 'On arrival the last four digits are enough' },
  ],
  thanks: { 'zh-CN': '已收到，30 分钟内顾问会来电，定下老师和教室', en: 'Received. An adviser will call within 30 minutes.' },
} satisfies Partial<FormInput>

const campusForm = (campus: SolutionCampus): FormInput => ({
  ...trial,
  id: `campus-${campus.key}`,
  title: { 'zh-CN': '约一节免费试听课', en: 'Book a free trial lesson' },
  intro: {
    'zh-CN': `填完约 1 分钟。${campus.name}的顾问会打给您，确认孩子的情况`,
    en: 'Takes a minute. An adviser of this campus will call you.',
  },
  sourceId: 'campus-qr',
  fixed: { campus: campus.id },
  ...(campus.address && { contact: { 'zh-CN': `${campus.name}：${campus.address}，每天 9:00 – 21:00` } }),
})

/** Outside a campus the customer says which one is near. */
const anywhere: FormInput['fields'] = [
  ...questions,
  { name: 'campus', label: { 'zh-CN': '离您近的校区', en: 'Nearest campus' } },
]

/** A form a campus with its QR code, one on the website, one in the official account's menu. */
export const forms = (setup: EducationSetup): FormInput[] => [
  ...setup.campuses.map(campusForm),
  {
    ...trial,
    id: 'website',
    sourceId: 'website',
    fields: anywhere,
    fixed: { utmSource: 'website' },
    title: { 'zh-CN': '约一节免费试听课', en: 'Book a free trial lesson' },
    intro: { 'zh-CN': '填完约 1 分钟，离您近的校区会打给您', en: 'Takes a minute. The campus near you will call.' },
  },
  {
    ...trial,
    id: 'wechat-oa',
    sourceId: 'wechat-oa',
    fields: anywhere,
    fixed: { utmSource: 'wechat', utmMedium: 'oa-menu' },
    title: { 'zh-CN': '领一次学情分析', en: 'Get a learning check' },
    intro: { 'zh-CN': '留个电话，老师带着往年数据给您回电', en: 'Leave a number; a teacher calls back with past results.' },
  },
]
