import { createHash } from 'node:crypto'

/** A clue as Douyin would push it; ids may be bigint, as theirs are larger than a double holds. */
export type DouyinClue = Record<string, string | number | bigint | Record<string, string>>

export interface DouyinPosting {
  /** Address of the receiving door. */
  target: string
  clientSecret: string
  clientKey?: string
  clues: DouyinClue[]
  /** How many more times each event is delivered, as after a lost answer. Default 0. */
  duplicates?: number
  /** Delivers in another order than the clues were left; `random` decides, 0 ≤ x < 1. */
  shuffle?: { random: () => number }
  event?: string
}

export interface DouyinAttempt {
  messageId: string
  status: number
  body: string
}

/** Posts every clue with a true signature, one after the other, and answers what came back. */
export const postDouyinEvents = async (posting: DouyinPosting): Promise<DouyinAttempt[]> => {
  const { clues, duplicates = 0, clientKey = 'simulated', event = 'clue_notify' } = posting
  const events = clues.map((clue) => {
    const body = JSON.stringify({ event, client_key: clientKey, content: writeLossless(clue), log_id: '20260101' })
    return { body, messageId: digest('id', body).slice(0, 24) }
  })
  const deliveries = Array.from({ length: duplicates + 1 }, () => events).flat()
  const attempts: DouyinAttempt[] = []
  for (const delivery of posting.shuffle ? shuffled(deliveries, posting.shuffle.random) : deliveries) {
    attempts.push(await post(posting, delivery))
  }
  return attempts
}

/** What the console does when a developer saves the address: true if the door answered the challenge as it must. */
export const checkDouyinHandshake = async (door: {
  target: string
  clientSecret: string
  clientKey?: string
  challenge?: number
}): Promise<boolean> => {
  const { challenge = 12345, clientKey = 'simulated' } = door
  const body = JSON.stringify({ event: 'verify_webhook', client_key: clientKey, content: { challenge } })
  const answer = await post(door, { body, messageId: digest('id', body).slice(0, 24) })
  return answer.status === 200 && answer.body === `{"challenge":${challenge}}`
}

/** Headers of one delivery. */
export const signDouyin = (clientSecret: string, messageId: string, body: string): Record<string, string> => ({
  'content-type': 'application/json',
  'msg-id': messageId,
  'x-douyin-signature': digest(clientSecret, body),
})

const digest = (secret: string, body: string): string =>
  createHash('sha1')
    .update(secret + body)
    .digest('hex')

const post = async (
  door: { target: string; clientSecret: string },
  { body, messageId }: { body: string; messageId: string },
): Promise<DouyinAttempt> => {
  const response = await fetch(door.target, { method: 'POST', headers: signDouyin(door.clientSecret, messageId, body), body })
  return { messageId, status: response.status, body: await response.text() }
}

/** JSON with bigints as bare numbers, as Douyin writes its ids. */
const writeLossless = (clue: DouyinClue): string =>
  `{${Object.entries(clue)
    .map(([name, value]) => `${JSON.stringify(name)}:${typeof value === 'bigint' ? value : JSON.stringify(value)}`)
    .join(',')}}`

const shuffled = <T>(items: T[], random: () => number): T[] => {
  const order = items.map((item) => ({ item, at: random() }))
  return order.toSorted((left, right) => left.at - right.at).map(({ item }) => item)
}
