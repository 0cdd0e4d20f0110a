import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { applyConfigFile, previewConfigFile } from '../features/config/apply-config-file.ts'
import type { Plan } from '../features/config/carry-out-plan.ts'
import { previewRollBack, rollBack } from '../features/config/config-versions.ts'
import { describeParts, type DescribedPart } from '../features/config/describe-plan.ts'
import type { PlanPart } from '../features/config/plan-part.ts'
import { exportConfigFile } from '../features/config/write-config-file.ts'
import type { Context } from '../features/workspace/workspace.ts'
import { UsageError, word, type Command } from './command.ts'
import { withWorkspace } from './with-database.ts'

const signs = { create: '+', change: '~', remove: '-' } as const

const linesOf = (part: DescribedPart): string[] => [
  `${signs[part.action]} ${part.kindLabel} ${part.id}${part.title === part.id ? '' : ` ${part.title}`}`,
  ...part.differences.map(({ place, before, after }) => `    ${place.join(' · ')}  ${before || '空'} → ${after || '空'}`),
  ...(part.risk ? [`    ${part.risk.level === 'stop' ? '✗' : '!'} ${part.risk.text}`] : []),
]

interface Given {
  argument: string | undefined
  dryRun: boolean
  allowRisks: boolean
  print(line: string): void
}

const show = (context: Context, { now, wanted }: Plan, parts: readonly PlanPart[], print: Given['print']): void => {
  for (const part of describeParts(context, parts, { trees: [{ ...now, ...wanted }, now], locale: 'zh-CN' }))
    for (const line of linesOf(part)) print(line)
}

const tellDangling = ({ dangling }: Plan, print: Given['print']): void => {
  for (const { kind, id, path, name } of dangling)
    print(`✗ ${[kind, id, ...path].join('.')}: 没有「${name}」 · there is no such thing`)
}

const exportFile = async (context: Context, { argument, print }: Given): Promise<number> => {
  const text = await exportConfigFile(context)
  if (argument === undefined) print(text.trimEnd())
  else await writeFile(argument, text)
  return 0
}

/** As `diff` does: 0 when nothing differs, 1 when something does. */
const diff = async (context: Context, { argument, print }: Given): Promise<number> => {
  const plan = await previewConfigFile(context, await readFile(word(argument, '<file>'), 'utf8'))
  show(context, plan, plan.parts, print)
  tellDangling(plan, print)
  return plan.parts.length === 0 ? 0 : 1
}

const apply = async (context: Context, given: Given): Promise<number> => {
  const text = await readFile(word(given.argument, '<file>'), 'utf8')
  const preview = await previewConfigFile(context, text)
  show(context, preview, preview.parts, given.print)
  tellDangling(preview, given.print)
  if (given.dryRun) return endDryRun(preview, given)
  const { done } = await applyConfigFile(context, text, { allowRisks: given.allowRisks, fingerprint: preview.fingerprint })
  given.print(`✓ ${done.length} 项已应用 · applied`)
  return 0
}

const endDryRun = ({ parts }: Plan, { print }: Given): number => {
  print(`试运行，没有改动 · dry run, nothing changed (${parts.length})`)
  return 0
}

const rollBackTo = async (context: Context, given: Given): Promise<number> => {
  const version = Number(word(given.argument, '<version>'))
  if (!Number.isInteger(version)) throw new UsageError('<version> 是一个整数 · is a whole number')
  const preview = await previewRollBack(context, version)
  show(context, preview, preview.parts, given.print)
  if (given.dryRun) return endDryRun(preview, given)
  const { done, left } = await rollBack(context, { version, allowRisks: given.allowRisks, fingerprint: preview.fingerprint })
  given.print(`✓ ${done.length} 项已回滚 · rolled back${left.length > 0 ? `；${left.length} 项要先决定 · left to decide` : ''}`)
  return left.length === 0 ? 0 : 1
}

const actions: Record<string, (context: Context, given: Given) => Promise<number>> = {
  export: exportFile,
  diff,
  apply,
  rollback: rollBackTo,
}

/** Settings as a file: to read, to keep under version control, to carry from one installation to another. */
export const configCommand: Command = {
  name: 'config',
  usage:
    'config export [file] | diff <file> | apply <file> [--dry-run] [--allow-risks] | rollback <version> [--dry-run] [--allow-risks]',
  help: {
    'zh-CN': '导出、比较、应用全部设置，或回到某个版本；撤掉有数据的字段等要加 --allow-risks',
    en: 'export, compare, apply all settings, or go back to a version; what hides data needs --allow-risks',
  },
  run: async ({ args, settings, print }) => {
    const { values, positionals } = parseArgs({
      args,
      options: { 'dry-run': { type: 'boolean', default: false }, 'allow-risks': { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const action = actions[positionals[0] ?? '']
    if (!action) throw new UsageError(`config ${Object.keys(actions).join(' | ')}`)
    return withWorkspace(settings, (_opened, context) =>
      action(context, { argument: positionals[1], dryRun: values['dry-run'], allowRisks: values['allow-risks'], print }),
    )
  },
}
