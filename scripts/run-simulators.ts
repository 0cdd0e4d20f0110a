import { startWecomSimulator } from '@jieli/extensions/connectors/wecom/simulator.ts'

/** What to enter in the WeCom channel's settings; the demo company has it already. */
const app = { corpId: 'ww0000000000000001', corpSecret: 'simulator-secret', agentId: 1_000_002 }

/** Starts the outside services that Jieli talks to, on this computer only, until Ctrl-C. */
export const runSimulators = async (env: Record<string, string | undefined>): Promise<void> => {
  const wecom = await startWecomSimulator({ ...app, port: readPort(env['SIM_PORT']) })
  console.log(`企业微信模拟器 WeCom simulator: ${wecom.url}`)
  console.log(`  打开这个地址看收到的消息 Open it to see what arrived`)
  console.log(`  企业 ID ${app.corpId} · AgentId ${app.agentId} · Secret ${app.corpSecret} · 接口地址 ${wecom.url}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void wecom.stop())
}

const readPort = (text = '4010'): number => {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`SIM_PORT is not a port: ${text}`)
  return port
}

await runSimulators(process.env)
