import { join } from 'node:path'
import { cruiseLayers } from './cruise-layers.ts'

const { violations, unread, modules } = await cruiseLayers(join(import.meta.dirname, '..'))
for (const { rule, from, to } of violations) console.log(`${rule}: ${from} → ${to}`)
for (const path of unread) console.log(`not read by the layer check: ${path}`)
console.log(`${modules.length} modules read, ${violations.length} violations`)
if (violations.length + unread.length > 0) process.exitCode = 1
