import { defineConnector } from '@jieli/core'
import { z } from 'zod'

/** A door that the platform guards itself, so it has no signature to check: sources name it, nothing else is needed. */
export const formDoor = defineConnector({
  name: 'form',
  face: 'door',
  label: { 'zh-CN': '表单', en: 'Form' },
  description: {
    'zh-CN': '自己的公开表单：官网、落地页、校区二维码',
    en: 'The public forms of this workspace: site, landing page, campus QR code',
  },
  icon: 'clipboard-list',
  settings: z.object({}),
  secrets: [],
})
