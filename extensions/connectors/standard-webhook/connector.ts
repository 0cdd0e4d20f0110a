import { defineConnector } from '@jieli/core'
import { z } from 'zod'

/** The door for a customer's own programs, and for every platform that speaks Standard Webhooks. */
export const standardWebhook = defineConnector({
  name: 'standard-webhook',
  face: 'inbound',
  label: { 'zh-CN': '通用接口', en: 'Standard webhook' },
  description: {
    'zh-CN': '自己的官网、小程序或其他系统把线索推过来，用 Standard Webhooks 签名',
    en: 'Your own site, mini program or another system pushes leads, signed as Standard Webhooks says',
  },
  icon: 'webhook',
  settings: z.object({
    /** Seconds that the sender's clock may differ from ours. */
    toleranceSeconds: z.number().int().min(10).max(3_600).default(300),
  }),
  secrets: ['secret'],
  defaultMapping: {
    name: 'name',
    phone: 'phone',
    wechat: 'wechat',
    studentName: 'studentName',
    grade: 'grade',
    subject: 'subject',
    campus: 'campus',
    note: 'note',
    utmSource: 'utm_source',
    utmMedium: 'utm_medium',
    utmCampaign: 'utm_campaign',
  },
})
