import { defineConnector } from '@jieli/core'
import { z } from 'zod'

/** A door that the platform guards itself, so it has no signature to check: sources name it, nothing else is needed. */
export const manualDoor = defineConnector({
  name: 'manual',
  face: 'door',
  label: { 'zh-CN': '手工录入', en: 'Entered by hand' },
  description: { 'zh-CN': '前台、电话、转介绍，由同事录入', en: 'Walk-ins, calls and referrals that a colleague types in' },
  icon: 'pencil-line',
  settings: z.object({}),
  secrets: [],
})
