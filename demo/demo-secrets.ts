import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What a demo workspace tells the simulator of the outside world: addresses, and the secrets the outside would hold. */
export const demoSecretsSchema = z.object({
  baseUrl: z.url(),
  /** By source id. */
  sources: z.record(z.string(), z.record(z.string(), z.string())),
  /** Campus ids by key: the stores of the outside accounts. */
  campuses: z.record(z.string(), z.string()),
})
export type DemoSecrets = z.infer<typeof demoSecretsSchema>

/** Reads the file that a server with demo data writes into its home folder. */
export const readDemoSecrets = (home: string): DemoSecrets => {
  const path = join(home, 'demo-secrets.json')
  try {
    return demoSecretsSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    throw new Error(`读不到 ${path}：请先用演示数据启动（npm start）`, { cause })
  }
}
