import { describeIssue, textOf, type Issue, type Locale, type ObjectInfo } from '@jieli/core'

/** Things that can be wrong with a row as a whole; what is wrong with a value says its field's type. */
const rowTexts = {
  'too-many-cells': {
    'zh-CN': '这一行有 {count} 格，表头只有 {width} 列，对不上',
    en: 'The row has {count} cells but the header {width}',
  },
  'no-identity': { 'zh-CN': '没有手机号或微信号，无法联系', en: 'No phone number or WeChat id, so nobody can call back' },
  required: { 'zh-CN': '必填的内容没有填', en: 'Something required is missing' },
  'already-here': { 'zh-CN': '系统里已经有这一条', en: 'This one is in the system already' },
  'twice-in-file': { 'zh-CN': '文件里前面已经有同一条', en: 'The same one stands further up in the file' },
  'no-such-record': {
    'zh-CN': '找不到「{value}」，请写系统里的全称',
    en: 'There is no "{value}"; write the full name used here',
  },
  'several-records': {
    'zh-CN': '「{value}」不止一个，请写系统里的全称',
    en: 'There are several "{value}"; write the full name used here',
  },
  'several-customers': {
    'zh-CN': '这一行对上了系统里不止一条记录，不知道该更新哪一条',
    en: 'This row matches more than one record here; nobody can say which one is meant',
  },
  'not-yours': {
    'zh-CN': '这一行对上的记录，你没有权限修改',
    en: 'This row matches a record that you may not change',
  },
  'not-stored': {
    'zh-CN': '这一行没有存进去，请检查内容，或把文件发给管理员',
    en: 'The row could not be stored; check it or show the file to an administrator',
  },
} as const

const describe = (issue: Issue, locale: Locale): string => {
  const text: string | undefined = Object.hasOwn(rowTexts, issue.code)
    ? rowTexts[issue.code as keyof typeof rowTexts][locale]
    : undefined
  if (text === undefined || (issue.code === 'required' && issue.path !== '')) return describeIssue(issue, locale)
  return text.replace(/\{(\w+)\}/g, (_, key: string) => String(issue.params?.[key] ?? '—'))
}

/** Reasons are kept as codes, so that each reader gets them in their language. */
export const writeReason = (issues: readonly Issue[]): string | null => (issues.length === 0 ? null : JSON.stringify(issues))

export const readReason = (reason: string): Issue[] => JSON.parse(reason) as Issue[]

/** 「手机号：不是有效的电话号码；校区：找不到「城南」」 */
export const describeReason = (reason: string | null, info: ObjectInfo | undefined, locale: Locale): string => {
  if (reason === null) return ''
  return readReason(reason)
    .map((issue) => {
      const field = info?.fields.get(issue.path)
      return `${field ? `${textOf(field.label, locale)}${locale === 'en' ? ': ' : '：'}` : ''}${describe(issue, locale)}`
    })
    .join(locale === 'en' ? '; ' : '；')
}
