import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import {
  applyConfig,
  compareConfig,
  isReportedOnly,
  readConfigFile,
  readConfigTree,
  writeConfigFile,
  type ConfigDifference,
} from '../features/config/config-file.ts'
import type { Context } from '../features/workspace/workspace.ts'
import { UsageError, word, type Command } from './command.ts'
import { withWorkspace } from './with-database.ts'

const signs = { added: '+', changed: '~', removed: '-' } as const

const lineOf = (one: ConfigDifference): string =>
  `${signs[one.change]} ${one.kind} ${one.id}${one.paths.length > 0 ? ` (${one.paths.slice(0, 8).join(', ')}${one.paths.length > 8 ? ' …' : ''})` : ''}${isReportedOnly(one) ? '  只比较，不应用 · compared only' : ''}`

interface Given {
  file: string | undefined
  dryRun: boolean
  print(line: string): void
}

const exportFile = async (context: Context, { file, print }: Given): Promise<number> => {
  const text = writeConfigFile(await readConfigTree(context), context.workspace.config.current.name)
  if (file === undefined) print(text.trimEnd())
  else await writeFile(file, text)
  return 0
}

/** As `diff` does: 0 when nothing differs, 1 when something does. */
const diff = async (context: Context, { file, print }: Given): Promise<number> => {
  const wanted = readConfigFile(await readFile(word(file, '<file>'), 'utf8'))
  const differences = compareConfig(await readConfigTree(context), wanted)
  for (const one of differences) print(lineOf(one))
  return differences.length === 0 ? 0 : 1
}

const apply = async (context: Context, given: Given): Promise<number> => {
  const wanted = readConfigFile(await readFile(word(given.file, '<file>'), 'utf8'))
  const differences = given.dryRun ? compareConfig(await readConfigTree(context), wanted) : await applyConfig(context, wanted)
  for (const one of differences) given.print(lineOf(one))
  given.print(
    given.dryRun
      ? `试运行，没有改动 · dry run, nothing changed (${differences.length})`
      : `✓ ${differences.length} 项已应用 · applied`,
  )
  return 0
}

const actions: Record<string, (context: Context, given: Given) => Promise<number>> = { export: exportFile, diff, apply }

/** Settings as a file: to read, to keep under version control, to carry from one installation to another. */
export const configCommand: Command = {
  name: 'config',
  usage: 'config export [file] | diff <file> | apply <file> [--dry-run]',
  help: { 'zh-CN': '导出、比较、应用全部设置', en: 'export, compare or apply all settings' },
  run: async ({ args, settings, print }) => {
    const { values, positionals } = parseArgs({
      args,
      options: { 'dry-run': { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const action = actions[positionals[0] ?? '']
    if (!action) throw new UsageError(`config ${Object.keys(actions).join(' | ')}`)
    return withWorkspace(settings, (_opened, context) =>
      action(context, { file: positionals[1], dryRun: values['dry-run'], print }),
    )
  },
}
