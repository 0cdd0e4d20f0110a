import type { Queryable } from '../../database/database.ts'

/** Seals with the workspace's key; `context` binds a sealed text to its place, so that none can be moved to another. */
export interface SecretBox {
  seal(plain: string, context: string): string
  open(sealed: string, context: string): string
}

/** Secrets of sources and channels: sealed in the database, open only here and only while used. */
export class SecretStore {
  readonly #db: Queryable
  readonly #box: SecretBox
  readonly #known = new Map<string, Record<string, string>>()

  constructor(db: Queryable, box: SecretBox) {
    this.#db = db
    this.#box = box
  }

  /** All secrets of one owner: `source:douyin`, `channel:wecom`. */
  async of(owner: string): Promise<Record<string, string>> {
    const known = this.#known.get(owner)
    if (known) return known
    const rows = await this.#db.query<{ name: string; sealed: string }>('SELECT name, sealed FROM w.secret WHERE owner = $1', [
      owner,
    ])
    const opened = Object.fromEntries(rows.map((row) => [row.name, this.#box.open(row.sealed, `${owner}/${row.name}`)]))
    this.#known.set(owner, opened)
    return opened
  }

  async set(owner: string, name: string, plain: string, now: string): Promise<void> {
    await this.#db.query(
      `INSERT INTO w.secret (owner, name, sealed, updated_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (owner, name) DO UPDATE SET sealed = excluded.sealed, updated_at = excluded.updated_at`,
      [owner, name, this.#box.seal(plain, `${owner}/${name}`), now],
    )
    this.#known.delete(owner)
  }

  /** Another process may have changed one. */
  forget(): void {
    this.#known.clear()
  }

  get box(): SecretBox {
    return this.#box
  }
}
