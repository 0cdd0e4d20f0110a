import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sealEvents } from '../features/audit/seal-events.ts'
import { exportAudit, verifyAudit, verifyExport, type AuditFault, type AuditVerdict } from '../features/audit/verify-audit.ts'
import { UsageError, word, type Command, type CommandInput } from './command.ts'
import { withWorkspace } from './with-database.ts'

const faults: Record<AuditFault['kind'], string> = {
  events: '记录被改动、增加或删除 · events were changed, added or taken away',
  chain: '链条断开 · the chain is broken',
  head: '整条链被重写 · the whole chain was written anew',
}

const besides: Record<AuditVerdict['beside'][number]['kind'], string> = {
  setting: '设置或其变更记录被改动 · a setting or its history was changed',
  place: '登录地点被改动或删除 · the place of a sign-in was changed or taken away',
}

const tell = ({ seals, events, head, faults: found, beside }: AuditVerdict, print: (line: string) => void): number => {
  for (const { seal, at, kind, sealed, found: standing, eventId } of found)
    print(`✗ #${seal} ${at} ${faults[kind]} (${sealed} → ${standing})${eventId ? ` · event ${eventId}` : ''}`)
  for (const { kind, subject, at } of beside) print(`✗ ${at} ${subject} ${besides[kind]}`)
  const isSound = found.length + beside.length === 0
  print(`${isSound ? '✓' : '✗'} ${seals} 个封条 seals, ${events} 条日志 events, head ${head}`)
  return isSound ? 0 : 1
}

const verify = (file: string | undefined, { settings, print }: CommandInput): Promise<number> =>
  file === undefined
    ? withWorkspace(settings, async ({ workspace }) => tell(await verifyAudit(workspace.db, workspace.home), print))
    : verifyExport(createInterface({ input: createReadStream(file), crlfDelay: Infinity })).then((verdict) =>
        tell(verdict, print),
      )

const write = (file: string, { settings, print }: CommandInput): Promise<number> =>
  withWorkspace(settings, async ({ workspace }) => {
    while (await sealEvents(workspace));
    await pipeline(Readable.from(exportAudit(workspace.db)), createWriteStream(file))
    print(`✓ ${file}`)
    return 0
  })

export const auditCommand: Command = {
  name: 'audit',
  usage: 'audit verify [file] | audit export <file>',
  help: {
    'zh-CN': '检查操作日志有没有被动过（也能离线检查导出的文件），或把它导出',
    en: 'check that the log was not tampered with, also offline over an exported file; or export it',
  },
  run: (input) => {
    const [what, file] = input.args
    if (what === 'verify') return verify(file, input)
    if (what === 'export') return write(word(file, '<file>'), input)
    throw new UsageError('audit verify [file] | audit export <file>')
  },
}
