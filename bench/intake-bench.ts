import { fork } from 'node:child_process'
import { createHmac, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createHttpServer } from '../server/src/api/http-server.ts'
import { Intake } from '../server/src/features/capture/intake.ts'
import type { BenchWorkspace } from './bench-workspace.ts'
import { figuresOf, type Figures, type Turn } from './figures.ts'
import type { LoadOrder, LoadResult } from './load-client.ts'
import { newName, newPhone } from './new-customer.ts'
import { openPlainIntake } from './plain-intake.ts'

export const CLIENTS = 16

/** Turns of each side: short enough that whatever else the machine does, vacuums and checkpoints too, falls on both. */
const TURNS = 8
const WARM_UP = 500

/**
 * Intake by HTTP and the same rows by plain SQL, turn by turn, sixteen clients each: first ours, then plain SQL's, told apart
 * from what both do in the first moments of a process.
 */
export const measureIntake = async (bench: BenchWorkspace, requests: number): Promise<[Figures, Figures]> => {
  const door = await openDoor(bench)
  try {
    await door(Math.min(WARM_UP, requests))
    const plain = await openPlainIntake(bench, CLIENTS)
    try {
      await plain.write(Math.min(WARM_UP, requests))
      const [ours, theirs]: [Turn[], Turn[]] = [[], []]
      for (let turn = 0; turn < TURNS; turn++) {
        ours.push(await door(Math.ceil(requests / TURNS)))
        theirs.push(await plain.write(Math.ceil(requests / TURNS)))
      }
      return [figuresOfTurns(ours), figuresOfTurns(theirs)]
    } finally {
      await plain.close()
    }
  } finally {
    await door.close()
  }
}

const figuresOfTurns = (turns: readonly Turn[]): Figures =>
  figuresOf(
    turns.flatMap(({ waits }) => waits),
    turns.reduce((total, { elapsed }) => total + elapsed, 0),
  )

/**
 * Signed webhooks over real HTTP from another process: verified, cleaned, recognised, stored, assigned with the explanation,
 * two timers armed, the owner's notice and its delivery queued, all durable before the answer.
 */
const openDoor = async ({ opened, ids }: BenchWorkspace) => {
  const { workspace, signIn } = opened
  const secret = randomBytes(24)
  await workspace.secrets.set('source:xiaohongshu', 'secret', `whsec_${secret.toString('base64')}`, workspace.clock.now())
  const intake = new Intake(workspace)
  const capture: Intake['capture'] = (one) => intake.capture(one)
  const server = await createHttpServer({ workspace, signIn, capture, webFolder: null, demoSignIns: [] })
  await server.listen({ host: '127.0.0.1', port: 0 })
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const child = fork(fileURLToPath(new URL('load-client.ts', import.meta.url)), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const send = async (requests: number): Promise<Turn> => {
    const stamp = Math.floor(Date.now() / 1_000)
    const bodies = Array.from({ length: requests }, (_, index) =>
      signedLead(secret, stamp, ids.campuses[index % ids.campuses.length]),
    )
    child.send({ port, path: '/in/xiaohongshu', clients: CLIENTS, stamp, bodies } satisfies LoadOrder)
    const [result] = (await once(child, 'message')) as [LoadResult]
    await intake.idle()
    if (result.refused > 0) throw new Error(`${result.refused} of ${requests} were refused`)
    return result
  }
  const close = async (): Promise<void> => {
    child.disconnect()
    await server.close()
  }
  return Object.assign(send, { close })
}

const signedLead = (secret: Buffer, stamp: number, campus: string | undefined): LoadOrder['bodies'][number] => {
  const body = JSON.stringify({
    type: 'lead.created',
    timestamp: new Date().toISOString(),
    data: { user_nick_name: newName(), phone_num: newPhone(), store_id: campus, subject: 'zk-math', message: '想先听一节' },
  })
  const id = `bench-${stamp}-${randomBytes(8).toString('hex')}`
  return { id, body, signature: `v1,${createHmac('sha256', secret).update(`${id}.${stamp}.${body}`).digest('base64')}` }
}
