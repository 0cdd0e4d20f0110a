import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Workspace } from '../workspace/workspace.ts'

/**
 * Whether channels may speak to this very computer. Nobody's settings should open what listens here, except in the demo
 * workspace, whose installer leaves this file and whose WeCom is the simulator.
 */
export const mayCallLoopback = (workspace: Workspace): boolean => existsSync(join(workspace.home, 'demo-secrets.json'))

/** `127.0.0.1:4010`, when the address is on this computer. */
export const loopbackHostOf = (address: string): string[] => {
  const url = URL.parse(address)
  if (!url || !['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) return []
  return [`${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`]
}
