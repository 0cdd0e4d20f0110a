import type { Settings } from '../runtime/settings.ts'

/** What a command gets: the words after its name, the opened workspace, and where to write. */
export interface CommandInput {
  args: string[]
  settings: Settings
  print(line: string): void
}

/** A command of `npm run jieli -- …`. It answers the exit code. */
export interface Command {
  name: string
  /** As it is typed. */
  usage: string
  help: { 'zh-CN': string; en: string }
  run(input: CommandInput): Promise<number>
}

/** Something the person at the keyboard can put right: told in a sentence, without a stack. */
export class UsageError extends Error {}

/** The word that must be there. */
export const word = (value: string | undefined, what: string): string => {
  if (value === undefined || value === '') throw new UsageError(`缺少 ${what} · missing ${what}`)
  return value
}
