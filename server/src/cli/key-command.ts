import { parseArgs } from 'node:util'
import { createApiKey } from '../features/sign-in/api-keys.ts'
import { UsageError, word, type Command } from './command.ts'
import { personOfLogin } from './person-of-login.ts'
import { withWorkspace } from './with-database.ts'

const options = {
  as: { type: 'string' },
  label: { type: 'string', default: 'cli' },
  'read-only': { type: 'boolean', default: false },
} as const

/** The key alone goes to standard output, so that `KEY=$(npm run -s jieli -- key create --as lina)` works. */
export const keyCommand: Command = {
  name: 'key',
  usage: 'key create --as <login> [--label <text>] [--read-only]',
  help: { 'zh-CN': '建一个接口密钥，只显示这一次', en: 'make an API key; it is shown once' },
  run: async ({ args, settings, print }) => {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (positionals[0] !== 'create') throw new UsageError('key create --as <login>')
    return withWorkspace(settings, async (_opened, context) => {
      const person = personOfLogin(context, word(values.as, '--as <login>'))
      const { key } = await createApiKey(context, { userId: person.id, label: values.label, readOnly: values['read-only'] })
      print(key)
      return 0
    })
  },
}
