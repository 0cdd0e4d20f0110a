import type { Issue, Locale } from '@jieli/core'
import { describeIssue } from '@jieli/core/i18n/issue-texts'

/** What public pages say themselves. Strangers read it: short, concrete, without our words for things. */
export const formTexts = {
  'zh-CN': {
    mistakes: (count: number) => `还有 ${count} 项要改，其他内容都保留着`,
    tooFast: '提交得太快，没有收到。请看一眼填的内容，再点一次',
    tooOld: '页面打开太久了。您填的内容都还在，请再点一次提交',
    trap: '请留空',
    consent: (name: string) => `同意${name}为联系我使用以上信息`,
    consentLink: '看个人信息说明',
    consentEnd: '随时可以要求删除。',
    sending: '正在提交…',
    offline: '网络断开了。内容已存在这台手机上，连上后会自动提交',
    slow: '网络有点慢。可以再点一次，不会重复',
    back: '回到表单',
    closedTitle: '这张表单已停用',
    closed: '活动可能已经结束，请直接联系校区。',
    scan: '微信扫一扫，约 1 分钟填完',
  },
  en: {
    mistakes: (count: number) =>
      count === 1 ? 'One answer needs a change; the others are kept' : `${count} answers need a change; the others are kept`,
    tooFast: 'That was too quick and did not arrive. Please check your answers and send again',
    tooOld: 'The page was open for too long. Your answers are kept; please send again',
    trap: 'Leave empty',
    consent: (name: string) => `${name} may use these details to contact me`,
    consentLink: 'How we use them',
    consentEnd: 'You can ask us to delete them at any time.',
    sending: 'Sending…',
    offline: 'You are offline. Your answers are kept on this phone and will be sent once you are back',
    slow: 'The network is slow. You may press again; it will not be sent twice',
    back: 'Back to the form',
    closedTitle: 'This form is closed',
    closed: 'The offer may have ended. Please contact the campus.',
    scan: 'Scan with WeChat; it takes about a minute',
  },
} as const satisfies Record<Locale, Record<string, string | ((given: never) => string)>>

/** Where a stranger needs other words than a colleague. */
const publicIssueTexts: Record<string, Record<Locale, string>> = {
  required: { 'zh-CN': '请填这一项', en: 'Please answer this' },
  'consent-needed': { 'zh-CN': '需要您同意，我们才能联系您', en: 'We need your consent to contact you' },
  'unknown-option': { 'zh-CN': '请从给出的选项里选', en: 'Please choose one of the options' },
  'not-a-phone': {
    'zh-CN': '号码不对。手机号是1开头的11位，座机请带区号',
    en: 'Not a phone number. Mobile numbers have 11 digits and begin with 1',
  },
}

/** An issue as a sentence for someone who has never heard of us. */
export const issueText = (issue: Issue, locale: Locale): string =>
  publicIssueTexts[issue.code]?.[locale] ?? describeIssue(issue, locale)
