import { defineConnector } from '@jieli/core'
import { z } from 'zod'

/** A door that the platform guards itself, so it has no signature to check: sources name it, nothing else is needed. */
export const importDoor = defineConnector({
  name: 'import',
  face: 'door',
  label: { 'zh-CN': '文件导入', en: 'File import' },
  description: { 'zh-CN': 'Excel 或 CSV 文件', en: 'Excel or CSV files' },
  icon: 'file-up',
  settings: z.object({}),
  secrets: [],
})
