import { defineConnector } from '@jieli/core'
import { z } from 'zod'
import { signatureStyleSchema, signatureStyles, type SignatureStyleName } from './signature-style.ts'

const names = Object.keys(signatureStyles) as [SignatureStyleName, ...SignatureStyleName[]]

/** The door for platforms that sign in a way of their own: choose the style, or describe it. */
export const hmacWebhook = defineConnector({
  name: 'hmac-webhook',
  face: 'inbound',
  label: { 'zh-CN': '自定义签名接口', en: 'Webhook with custom signature' },
  description: {
    'zh-CN': '第三方表单、商城或广告平台的推送，签名方式可选 GitHub、Shopify、Stripe、Slack 或自己填写',
    en: 'Pushes of form builders, shops or ad platforms, signed in the way of GitHub, Shopify, Stripe, Slack or one you describe',
  },
  icon: 'shield-check',
  settings: z
    .object({
      style: z.enum([...names, 'custom']).default('github'),
      custom: signatureStyleSchema.optional(),
      /** Seconds that a signed time may differ from ours. */
      toleranceSeconds: z.number().int().min(10).max(3_600).default(300),
      /** Where in the body the lead's fields are, e.g. `data.object`. Empty: the body itself. */
      fieldsPath: z.string().trim().max(200).default(''),
    })
    .refine((settings) => settings.style !== 'custom' || settings.custom !== undefined, {
      path: ['custom'],
      error: 'required',
    }),
  secrets: ['secret'],
  defaultMapping: { name: 'name', phone: 'phone', wechat: 'wechat', note: 'note' },
})
