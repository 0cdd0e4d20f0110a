import { examineWorkspace } from '../features/doctor/examine-workspace.ts'
import type { Command } from './command.ts'
import { withWorkspace } from './with-database.ts'

export const doctorCommand: Command = {
  name: 'doctor',
  usage: 'doctor',
  help: {
    'zh-CN': '检查数据库、磁盘、时钟和数据是否一致',
    en: 'check the database, disk, clock and that the data hold together',
  },
  run: ({ settings, print }) =>
    withWorkspace(settings, async (_opened, context) => {
      const findings = await examineWorkspace(context)
      for (const { ok, text } of findings) print(`${ok ? '✓' : '✗'} ${text['zh-CN']} · ${text.en}`)
      return findings.every(({ ok }) => ok) ? 0 : 1
    }),
}
