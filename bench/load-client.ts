import { Agent, request } from 'node:http'

/** What the bench asks of this process: the clients live apart from the server, as they do in the world. */
export interface LoadOrder {
  port: number
  path: string
  clients: number
  stamp: number
  bodies: { id: string; body: string; signature: string }[]
}

export interface LoadResult {
  waits: number[]
  elapsed: number
  refused: number
}

const post = (agent: Agent, order: LoadOrder, one: LoadOrder['bodies'][number]): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        host: '127.0.0.1',
        port: order.port,
        path: order.path,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(one.body),
          'webhook-id': one.id,
          'webhook-timestamp': order.stamp,
          'webhook-signature': one.signature,
        },
      },
      (response) => {
        response.resume()
        response.on('end', () => resolve(response.statusCode ?? 0))
      },
    )
    sent.on('error', reject)
    sent.end(one.body)
  })

const run = async (agent: Agent, order: LoadOrder): Promise<LoadResult> => {
  const result: LoadResult = { waits: [], elapsed: 0, refused: 0 }
  let next = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: order.clients }, async () => {
      for (let one = order.bodies[next++]; one; one = order.bodies[next++]) {
        const start = performance.now()
        const status = await post(agent, order, one)
        result.waits.push(performance.now() - start)
        if (status !== 200) result.refused++
      }
    }),
  )
  result.elapsed = performance.now() - began
  return result
}

// The connections are kept from one order to the next; the process ends when the bench lets go of it.
const agent = new Agent({ keepAlive: true })
process.on('message', async (order: LoadOrder) => process.send?.(await run(agent, order)))
process.once('disconnect', () => agent.destroy())
