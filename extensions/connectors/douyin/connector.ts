import { defineConnector } from '@jieli/core'
import { z } from 'zod'

/** Leads and private messages that the Douyin open platform pushes. */
export const douyin = defineConnector({
  name: 'douyin',
  face: 'inbound',
  label: { 'zh-CN': '抖音', en: 'Douyin' },
  description: {
    'zh-CN': '抖音开放平台推送的表单线索和私信，按官方签名校验',
    en: 'Form leads and private messages pushed by the Douyin open platform, checked by its own signature',
  },
  icon: 'music-2',
  settings: z.object({
    /** The app's client key. When given, events of other apps are refused. */
    clientKey: z.string().trim().max(100).default(''),
    /** Whether a private message is a lead too. */
    messages: z.boolean().default(true),
  }),
  secrets: ['clientSecret'],
  defaultMapping: {
    name: 'name',
    phone: 'telephone',
    wechat: 'weixin',
    note: 'note',
    utmCampaign: 'campaign',
    clickIds: 'click_ids',
  },
})
