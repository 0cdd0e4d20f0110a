import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** How this process was asked to run: environment and command line, read once, here. */
export interface Settings {
  port: number
  host: string
  /** Absent: the embedded PostgreSQL below `home`. */
  databaseUrl: string | undefined
  home: string
  logLevel: string
  publicUrl: string
  role: 'all' | 'web' | 'worker'
  /** Do not install the demo company on an empty database. */
  empty: boolean
  /** Install this industry's settings and invented company instead: `--template dental`. */
  template: string | undefined
  /** How much demo to install: parts of the full volume, days of history. */
  demo: { scale: number; days: number }
  env: Readonly<Record<string, string | undefined>>
}

export const readSettings = (args: string[] = process.argv.slice(2), env: NodeJS.ProcessEnv = process.env): Settings => {
  const { values } = parseArgs({
    args,
    options: {
      empty: { type: 'boolean', default: false },
      template: { type: 'string' },
      role: { type: 'string', default: 'all' },
    },
  })
  if (values.role !== 'all' && values.role !== 'web' && values.role !== 'worker')
    throw new Error('--role must be web, worker or all')
  const port = readPort(env)
  const host = env['HOST'] ?? '127.0.0.1'
  return {
    port,
    host,
    databaseUrl: readDatabaseUrl(env),
    home: resolve(env['JIELI_HOME'] ?? '.jieli'),
    logLevel: env['LOG_LEVEL'] ?? 'warn',
    publicUrl: env['PUBLIC_URL'] ?? `http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${port}`,
    role: values.role,
    empty: values.empty,
    // 教培 is the demo company itself.
    template: values.template === 'education' ? undefined : values.template,
    env,
    demo: { scale: readPositive(env, 'JIELI_DEMO_SCALE', 1), days: readPositive(env, 'JIELI_DEMO_DAYS', 60) },
  }
}

const readPort = (env: NodeJS.ProcessEnv): number => {
  const port = Number(env['PORT'] || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT is not a port: ${env['PORT']}`)
  return port
}

const readDatabaseUrl = (env: NodeJS.ProcessEnv): string | undefined => {
  const url = env['DATABASE_URL'] || undefined
  if (url !== undefined && !/^postgres(?:ql)?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new Error('DATABASE_URL is not an address like postgres://user:password@host:5432/database')
  return url
}

const readPositive = (env: NodeJS.ProcessEnv, name: string, usual: number): number => {
  const number = Number(env[name] || usual)
  if (!(number > 0) || number > 1_000) throw new Error(`${name} is not a positive number: ${env[name]}`)
  return number
}
