import { defineConnector } from '@jieli/core'
import { z } from 'zod'

/** Application messages to colleagues in WeCom. */
export const wecom = defineConnector({
  name: 'wecom',
  face: 'outbound',
  label: { 'zh-CN': '企业微信', en: 'WeCom' },
  description: {
    'zh-CN': '用自建应用给顾问和店长发消息，点开就是那条线索',
    en: 'Messages of your own WeCom app to consultants and managers; a tap opens the lead',
  },
  icon: 'message-square-share',
  settings: z.object({
    /** 企业 ID. */
    corpId: z.string().trim().min(1).max(64),
    /** The app's AgentId. */
    agentId: z.coerce.number().int().positive(),
    /** Elsewhere only for a private deployment or the simulator. */
    baseUrl: z.url({ protocol: /^https?$/ }).default('https://qyapi.weixin.qq.com'),
    /** Shown small above every card. */
    sourceName: z.string().trim().max(20).default('接力'),
  }),
  secrets: ['corpSecret'],
})
