import { parseArgs } from 'node:util'
import { readDemoSecrets } from './demo-secrets.ts'
import { runLive } from './live.ts'

const help = `npm run demo -- live [--rate 5] [--count 100] [--home .jieli]

  live    像真实客户一样，从公开表单和各平台的推送接口不断提交线索，直到 Ctrl+C
  --rate  每秒几条（0.1 – 50）
  --count 一共几条，默认不停
  --home  服务的数据目录，默认 JIELI_HOME 或 .jieli`

/** The command `npm run demo`. Answers the exit code. */
export const runDemo = async (args: string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      rate: { type: 'string', default: '5' },
      count: { type: 'string' },
      home: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const rate = Number(values.rate)
  const count = values.count === undefined ? null : Number(values.count)
  const isSensible = rate >= 0.1 && rate <= 50 && (count === null || (Number.isInteger(count) && count > 0))
  if (values.help || positionals[0] !== 'live' || !isSensible) {
    console.log(help)
    return values.help ? 0 : 2
  }
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  process.once('SIGTERM', () => stop.abort())
  const { sent, failed } = await runLive({
    secrets: readDemoSecrets(values.home ?? process.env['JIELI_HOME'] ?? '.jieli'),
    rate,
    count,
    startedAt: Date.now(),
    now: Date.now,
    print: (line) => console.log(line),
    signal: stop.signal,
  })
  console.log(`共 ${sent} 条送达，${failed} 条没有送达`)
  return failed > 0 && sent === 0 ? 1 : 0
}

if (import.meta.main) {
  try {
    process.exitCode = await runDemo(process.argv.slice(2))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
