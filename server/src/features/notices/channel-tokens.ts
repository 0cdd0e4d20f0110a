import type { OutboundContext } from '@jieli/core'
import type { Workspace } from '../workspace/workspace.ts'

/** Tokens of outside services, sealed in the database: every process uses the same one, and none is fetched in vain. */
export const channelTokens = ({ db, secrets, clock }: Workspace): OutboundContext['tokens'] => ({
  get: async (key) => {
    const [row] = await db.query<{ sealed: string }>('SELECT sealed FROM w.channel_token WHERE key = $1 AND expires_at > $2', [
      key,
      clock.now(),
    ])
    return row ? secrets.box.open(row.sealed, placeOf(key)) : null
  },
  set: async (key, token, expiresAt) => {
    await db.query(
      `INSERT INTO w.channel_token (key, sealed, expires_at) VALUES ($1, $2, $3)
       ON CONFLICT (key) DO UPDATE SET sealed = excluded.sealed, expires_at = excluded.expires_at`,
      [key, secrets.box.seal(token, placeOf(key)), expiresAt],
    )
  },
  drop: async (key) => {
    await db.query('DELETE FROM w.channel_token WHERE key = $1', [key])
  },
})

const placeOf = (key: string): string => `token/${key}`
