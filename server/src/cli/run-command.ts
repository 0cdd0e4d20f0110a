import { AppError, describeError, describeIssue } from '@jieli/core'
import { readSettings } from '../runtime/settings.ts'
import { auditCommand } from './audit-command.ts'
import { backupCommand, restoreCommand } from './backup-command.ts'
import { UsageError, type Command } from './command.ts'
import { configCommand } from './config-command.ts'
import { doctorCommand } from './doctor-command.ts'
import { keyCommand } from './key-command.ts'
import { userCommand } from './user-command.ts'

/** In the order in which help tells of them. */
const commands: readonly Command[] = [
  userCommand,
  keyCommand,
  doctorCommand,
  backupCommand,
  restoreCommand,
  configCommand,
  auditCommand,
]

export interface Output {
  print(line: string): void
  complain(line: string): void
}

/** Runs the command of these words, by the process's environment unless another is given, and answers the exit code: 0 done, 1 not, 2 not understood. */
export const runCommand = async (words: readonly string[], output: Output, env?: NodeJS.ProcessEnv): Promise<number> => {
  const [name = 'help', ...args] = words
  const command = commands.find((one) => one.name === name)
  if (!command) return help(name, output)
  try {
    return await command.run({ args, settings: readSettings([], env), print: output.print })
  } catch (error) {
    return explain(error, command, output)
  }
}

const help = (name: string, { print, complain }: Output): number => {
  const isAsked = ['help', '--help', '-h'].includes(name)
  const tell = isAsked ? print : complain
  if (!isAsked) tell(`没有「${name}」这个命令 · there is no command "${name}"`)
  for (const command of commands)
    tell(`  npm run jieli -- ${command.usage}\n      ${command.help['zh-CN']} · ${command.help.en}`)
  return isAsked ? 0 : 2
}

/** What a person can put right is said in a sentence; a stack is for what nobody foresaw, and only when asked for. */
const explain = (error: unknown, command: Command, { complain }: Output): number => {
  if (error instanceof UsageError || isArgumentError(error)) {
    complain(`${error.message}\n  npm run jieli -- ${command.usage}`)
    return 2
  }
  if (error instanceof AppError) {
    complain(`✗ ${describeError(error.code, error.details, 'zh-CN')} · ${describeError(error.code, error.details, 'en')}`)
    for (const issue of error.issues)
      complain(`  ${issue.path}: ${describeIssue(issue, 'zh-CN')} · ${describeIssue(issue, 'en')}`)
    return 1
  }
  complain(`✗ ${error instanceof Error ? error.message : String(error)}`)
  return 1
}

const isArgumentError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
