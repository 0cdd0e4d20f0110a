import type { Issue } from '../errors/app-error.ts'
import type { ValueType } from '../formulas/expression.ts'
import type { Locale } from './label.ts'

/**
 * What a person reads when a value is not accepted. `{name}` is filled from the issue's params. Field types may answer
 * only with codes that stand here: the compiler sees to it. A code, once shipped, keeps its meaning.
 */
export const issueTexts = {
  required: { 'zh-CN': '这一项要填', en: 'This is required' },
  'unknown-field': { 'zh-CN': '没有叫「{field}」的字段', en: 'There is no field called "{field}"' },
  'read-only': { 'zh-CN': '这一项由系统填写，不能修改', en: 'This is filled in by the system and cannot be changed' },
  'bad-characters': {
    'zh-CN': '含有不能保存的字符，请重新输入',
    en: 'It contains characters that cannot be stored; type it again',
  },
  'not-a-link': { 'zh-CN': '不是可以关联的记录', en: 'Not a record that may be linked here' },
  'not-text': { 'zh-CN': '这里要填文字', en: 'This must be text' },
  'too-long': { 'zh-CN': '最多 {max} 个字', en: 'At most {max} characters' },
  'does-not-match': { 'zh-CN': '格式不对，例如 {example}', en: 'Wrong format; for example {example}' },
  'not-a-number': { 'zh-CN': '不是数字', en: 'Not a number' },
  'too-small': { 'zh-CN': '不能小于 {min}', en: 'It may not be less than {min}' },
  'too-large': { 'zh-CN': '不能大于 {max}', en: 'It may not be more than {max}' },
  'too-many-decimals': { 'zh-CN': '最多 {scale} 位小数', en: 'At most {scale} decimal places' },
  'too-many-digits': { 'zh-CN': '数字太长，最多 {max} 位', en: 'Too long; at most {max} digits' },
  'wrong-currency': { 'zh-CN': '这里的币种是 {currency}', en: 'The currency here is {currency}' },
  'not-a-date': { 'zh-CN': '不是日期，例如 2026-03-08', en: 'Not a date; for example 2026-03-08' },
  'not-an-instant': { 'zh-CN': '不是日期时间，例如 2026-03-08 14:30', en: 'Not a date and time; for example 2026-03-08 14:30' },
  'not-a-duration': { 'zh-CN': '不是时长，例如 1 小时 30 分', en: 'Not a duration; for example 1 h 30 min' },
  'not-a-time-range': { 'zh-CN': '不是时间段，例如 09:00-11:30', en: 'Not a time range; for example 09:00-11:30' },
  'not-yes-or-no': { 'zh-CN': '请填「是」或「否」', en: 'Answer yes or no' },
  'unknown-option': { 'zh-CN': '没有「{value}」这个选项', en: 'There is no option "{value}"' },
  'too-many-options': {
    'zh-CN': '内容有 {max} 种以上，做不成选项；可以先改成文本或标签',
    en: 'There are more than {max} different values, too many for options; text or tags hold them',
  },
  taken: { 'zh-CN': '已有别的记录用了这个值，这一项不能重复', en: 'Another record has this value, and it may not repeat' },
  'taken-by': { 'zh-CN': '已被「{record}」使用，这一项不能重复', en: 'Taken by "{record}", and it may not repeat' },
  'cannot-be-unique': {
    'zh-CN': '这种字段不能设成不可重复',
    en: 'Values of a field of this kind cannot be kept from repeating',
  },
  'has-duplicates': {
    'zh-CN': '有 {count} 个值重复了，先处理它们才能设成不可重复',
    en: '{count} values repeat; settle those before they may not',
  },
  'field-is-fixed': {
    'zh-CN': '系统靠这个字段工作，类型不能改，也不能删',
    en: 'The platform works with this field; its type stays and it is not deleted',
  },
  'field-decides': {
    'zh-CN': '还有条件或规则靠它：{uses}；先改掉那里',
    en: 'Conditions or rules rest on it: {uses}. Change those first',
  },
  'has-no-options': { 'zh-CN': '这个字段没有选项', en: 'This field has no options' },
  'into-itself': { 'zh-CN': '不能并到它自己', en: 'An option cannot be merged into itself' },
  'object-is-standard': {
    'zh-CN': '这是系统自带的对象，不能删',
    en: 'This object came with the platform and is not deleted',
  },
  'undo-newer-first': {
    'zh-CN': '这个字段后来又改过，先撤销后面那一次',
    en: 'The field has changed again since; undo that change first',
  },
  'file-too-large': { 'zh-CN': '文件太大，每个不超过 10 MB', en: 'Too large; at most 10 MB each' },
  'unknown-file-type': { 'zh-CN': '请选照片（JPG、PNG、WebP）', en: 'Please choose a photo (JPG, PNG, WebP)' },
  'too-many-items': { 'zh-CN': '最多 {max} 个', en: 'At most {max}' },
  'not-a-list': { 'zh-CN': '这里要填一个列表', en: 'This must be a list' },
  'not-a-phone': {
    'zh-CN': '不是有效的电话号码，请检查位数和区号',
    en: 'Not a valid phone number; check the digits and the area code',
  },
  'several-phones': { 'zh-CN': '这里有不止一个号码，请只留一个', en: 'There is more than one number here; keep one' },
  'not-an-email': { 'zh-CN': '不是有效的邮箱，例如 li@example.com', en: 'Not a valid email; for example li@example.com' },
  'not-a-url': {
    'zh-CN': '不是有效的网址，例如 https://example.com',
    en: 'Not a valid web address; for example https://example.com',
  },
  'not-a-wechat-id': {
    'zh-CN': '微信号是 6–20 位，以字母开头，由字母、数字、下划线或减号组成',
    en: 'A WeChat ID has 6–20 letters, digits, _ or -, and starts with a letter',
  },
  'not-a-credit-code': {
    'zh-CN': '统一社会信用代码是 18 位，这一个不对',
    en: 'Not a unified social credit code (18 characters)',
  },
  'not-an-id-card': { 'zh-CN': '身份证号是 18 位，这一个不对', en: 'Not an identity card number (18 characters)' },
  'wrong-check-digit': { 'zh-CN': '校验位不对，可能有一位写错了', en: 'The check digit is wrong; a character may be mistyped' },
  'not-an-id': { 'zh-CN': '不是有效的编号', en: 'Not a valid id' },
  'not-a-path': { 'zh-CN': '不是有效的部门路径', en: 'Not a valid department path' },
  'not-a-location': {
    'zh-CN': '不是有效的位置，例如 31.2304,121.4737 上海市黄浦区',
    en: 'Not a location; for example 31.2304,121.4737 Shanghai',
  },
  'unknown-region': { 'zh-CN': '找不到「{value}」这个省市区', en: 'There is no region "{value}"' },
  'several-places': {
    'zh-CN': '「{value}」不止一处，请写上它的上级，如「硬件 / 其他」',
    en: 'There are several options called "{value}"; add what it stands below, as in "Hardware / Other"',
  },
  'several-regions': {
    'zh-CN': '「{value}」不止一处，请写上省和市',
    en: 'There are several places called "{value}"; add province and city',
  },
  'not-a-rating': { 'zh-CN': '请给 1–{max} 分', en: 'Give 1 to {max}' },
  'not-shift-hours': {
    'zh-CN': '不是有效的班次，例如 周一至周五 09:00–18:00；周六、周日 休息',
    en: 'Not weekly hours; for example Mon–Fri 09:00–18:00; Sat, Sun off',
  },
  'hours-overlap': {
    'zh-CN': '一周第 {day} 天的时段有重叠或先后颠倒',
    en: 'The hours of day {day} of the week overlap or are reversed',
  },
  'in-the-past': { 'zh-CN': '这个时间已经过去了', en: 'This time has passed' },
  'unknown-function': { 'zh-CN': '没有叫「{name}」的函数', en: 'There is no function called "{name}"' },
  'unknown-function-near': {
    'zh-CN': '没有叫「{name}」的函数，是不是「{near}」？',
    en: 'There is no function called "{name}"; did you mean "{near}"?',
  },
  'unknown-field-near': {
    'zh-CN': '没有叫「{field}」的字段，是不是「{near}」？',
    en: 'There is no field called "{field}"; did you mean "{near}"?',
  },
  'ambiguous-field': {
    'zh-CN': '有不止一个字段叫「{field}」，请写其中一个：{names}',
    en: 'Several fields are called "{field}"; write one of {names}',
  },
  'unknown-word': {
    'zh-CN': '不认识「{name}」：字段写在 {} 里，文字写在引号里',
    en: '"{name}" means nothing here: put fields in {} and text in quotes',
  },
  'unknown-word-near': {
    'zh-CN': '不认识「{name}」：如果是字段，请写成 {{near}}；如果是文字，请加引号',
    en: '"{name}" means nothing here: write {{near}} for the field, or put text in quotes',
  },
  'wrong-argument-count': {
    'zh-CN': '函数「{function}」要 {takes} 个参数，这里写了 {count} 个',
    en: 'Function "{function}" takes {takes} arguments; {count} were given',
  },
  'type-mismatch': { 'zh-CN': '这里要的是{expected}，给的是{actual}', en: 'This must be {expected}, not {actual}' },
  'bad-literal': { 'zh-CN': '这个值不是{type}', en: 'This value is not {type}' },
  'unknown-children': { 'zh-CN': '没有叫「{name}」的子记录', en: 'There are no child records called "{name}"' },
  'unknown-children-near': {
    'zh-CN': '没有叫「{name}」的子记录，是不是「{near}」？',
    en: 'There are no child records called "{name}"; did you mean "{near}"?',
  },
  'ambiguous-children': {
    'zh-CN': '有不止一种子记录叫「{name}」，请写其中一个：{names}',
    en: 'Several kinds of child records are called "{name}"; write one of {names}',
  },
  'too-many-child-parts': {
    'zh-CN': '这里多写了一项：子记录之后只写算什么（合计、平均、最大、最小）和一个条件',
    en: 'One part too many: after the children come only what is measured (sum, average, min, max) and one condition',
  },
  'empty-formula': { 'zh-CN': '公式还是空的', en: 'The formula is empty' },
  'unfinished-formula': {
    'zh-CN': '公式还没写完，后面少了一个值',
    en: 'The formula is unfinished: a value is missing at the end',
  },
  'operand-expected': { 'zh-CN': '「{text}」前面少了一个值', en: 'A value is missing before "{text}"' },
  'operator-expected': {
    'zh-CN': '「{text}」前面少了运算符或逗号',
    en: 'An operator or a comma is missing before "{text}"',
  },
  'stray-sign': { 'zh-CN': '公式里不能用「{text}」', en: '"{text}" cannot be used in a formula' },
  'stray-bracket': { 'zh-CN': '多了一个「{bracket}」', en: 'There is a "{bracket}" too many' },
  'missing-bracket': {
    'zh-CN': '这个括号没有关上，少了「{bracket}」',
    en: 'This bracket is never closed: "{bracket}" is missing',
  },
  'wrong-bracket': { 'zh-CN': '这里应当是「{bracket}」', en: 'This should be "{bracket}"' },
  'unclosed-text': { 'zh-CN': '这段文字少了结尾的引号', en: 'This text has no closing quote' },
  'unclosed-field': { 'zh-CN': '这个字段少了结尾的「}」', en: 'This field has no closing "}"' },
  'list-of-constants': {
    'zh-CN': '列表里只能写固定的值，不能写字段或函数',
    en: 'A list holds fixed values only, not fields or functions',
  },
  'chained-comparison': {
    'zh-CN': '两个比较不能连着写，用「且」连起来，例如 {甲} > 1 且 {甲} < 9',
    en: 'Comparisons cannot be chained; join them with AND, e.g. a > 1 AND a < 9',
  },
  'wrong-child-parts': {
    'zh-CN': '子记录的「{fn}」没写完整：合计、平均、最大、最小要指明算什么，「每个都」要有条件，其余不指明',
    en: 'What is asked of children with "{fn}" is incomplete: sum, avg, min and max name what they measure, all needs a condition, the others measure nothing',
  },
  'too-deep': { 'zh-CN': '条件套得太深，最多 {max} 层', en: 'The condition is nested too deeply; at most {max} levels' },
  'too-many-parts': { 'zh-CN': '条件太长，最多 {max} 个部分', en: 'The condition is too long; at most {max} parts' },
  'too-many-relations': {
    'zh-CN': '一个查询最多跨 {max} 个关联，请少选几列或少用几个条件',
    en: 'A query may cross at most {max} relations; choose fewer columns or conditions',
  },
  'too-many-covered-values': {
    'zh-CN': '按遮住的字段一次最多找 {max} 个值',
    en: 'At most {max} values of covered fields may be looked for at once',
  },
  'too-many-guesses': {
    'zh-CN': '一小时内最多按 {max} 个不同的完整号码查找，请稍后再试；已查过的可以继续看，要整批核对请找能导出的同事',
    en: 'At most {max} different whole numbers may be looked for in an hour; try again later. Those already asked for can still be seen; to compare a whole list, ask somebody who may export',
  },
  'too-many-child-questions': {
    'zh-CN': '一个查询最多问 {max} 次子记录',
    en: 'A query may ask about children at most {max} times',
  },
  'children-too-deep': {
    'zh-CN': '子记录最多套 {max} 层',
    en: 'Children may be nested at most {max} levels',
  },
  'too-short': { 'zh-CN': '至少 {min} 个字符', en: 'At least {min} characters' },
  'weak-password': { 'zh-CN': '这个密码太容易被猜到，换一个吧', en: 'This password is easy to guess; choose another' },
  'wrong-password': { 'zh-CN': '原密码不对', en: 'The old password is wrong' },
  'login-taken': { 'zh-CN': '这个登录名已有人用', en: 'This login is taken' },
  'last-admin': {
    'zh-CN': '这是最后一位管理员，先让另一位同事当管理员',
    en: 'This is the last administrator; make another colleague one first',
  },
  'invalid-setting': { 'zh-CN': '这一项不对：{reason}', en: 'Not valid: {reason}' },
  'not-unique-field': {
    'zh-CN': '「{field}」不是唯一标识客户的字段，不能按它新增或更新',
    en: '"{field}" does not identify a record, so it cannot be used to update or create',
  },
  'named-twice': { 'zh-CN': '同一条记录在这一批里出现了两次', en: 'The same record stands twice in this batch' },
  'unknown-name': { 'zh-CN': '没有「{name}」', en: 'There is no "{name}"' },
  'formula-cycle': { 'zh-CN': '绕回了自己：{way}', en: 'It comes back to itself: {way}' },
  'part-stays': { 'zh-CN': '这一行属于它的记录，不能移到别的记录', en: 'A row stays in its record' },
  'rows-of-rows': { 'zh-CN': '子表里不能再有子表', en: 'A sub-table has no sub-tables of its own' },
  'row-gone': { 'zh-CN': '这一行已经被删除', en: 'This row was removed' },
  'not-json': { 'zh-CN': '不是有效的 JSON', en: 'Not valid JSON' },
} as const satisfies Record<string, { 'zh-CN': string; en: string }>

export type IssueCode = keyof typeof issueTexts

const isIssueCode = (code: string): code is IssueCode => Object.hasOwn(issueTexts, code)

const unknownCode = { 'zh-CN': '这一项填得不对', en: 'This value is not valid' }

/** What a value of each type of the formula language is called; several are joined by |. */
const valueTypeTexts: Record<ValueType, Record<Locale, string>> = {
  text: { 'zh-CN': '文字', en: 'text' },
  number: { 'zh-CN': '数字', en: 'a number' },
  boolean: { 'zh-CN': '是或否', en: 'yes or no' },
  date: { 'zh-CN': '日期', en: 'a date' },
  instant: { 'zh-CN': '日期时间', en: 'a date and time' },
  id: { 'zh-CN': '人员或关联记录', en: 'a person or a related record' },
  list: { 'zh-CN': '列表', en: 'a list' },
  any: { 'zh-CN': '单个值', en: 'a single value' },
}

/** What a value of a type is called: 数字, a date. */
export const valueTypeText = (type: ValueType, locale: Locale): string => valueTypeTexts[type][locale]

/** A parameter as people read it: types of the language by name. */
const paramText = (key: string, value: string | number | undefined, locale: Locale): string => {
  if (value === undefined) return '—'
  if (key !== 'expected' && key !== 'actual' && key !== 'type') return String(value)
  const names = String(value)
    .split('|')
    .map((type) => (Object.hasOwn(valueTypeTexts, type) ? valueTypeTexts[type as ValueType][locale] : type))
  return names.join(locale === 'zh-CN' ? '、' : ' or ')
}

/** The sentence beside the field. `describeIssue({ path: 'name', code: 'too-long', params: { max: 60 } }, 'zh-CN')` is 「最多 60 个字」. */
export function describeIssue(issue: Issue, locale: Locale = 'zh-CN'): string {
  const text: string = (isIssueCode(issue.code) ? issueTexts[issue.code] : unknownCode)[locale]
  return text.replace(/\{(\w+)\}/g, (_, key: string) => paramText(key, issue.params?.[key], locale))
}
