import { buildSnapshot, type Snapshot, type StoredItem } from '@jieli/core'
import { fieldTypeRegistry, functionRegistry } from '../../registries.ts'
import type { Queryable } from '../../database/database.ts'

/** Holds the snapshot of settings that requests share, and reads it anew when its version has moved. */
export class ConfigStore {
  readonly #db: Queryable
  #current: Snapshot

  private constructor(db: Queryable, snapshot: Snapshot) {
    this.#db = db
    this.#current = snapshot
  }

  static async open(db: Queryable): Promise<ConfigStore> {
    return new ConfigStore(db, await readSnapshot(db))
  }

  /** Settings that are not stored yet: for work inside the transaction that makes them. */
  static holding(db: Queryable, snapshot: Snapshot): ConfigStore {
    return new ConfigStore(db, snapshot)
  }

  get current(): Snapshot {
    return this.#current
  }

  /** After a change here, or word of one elsewhere. */
  async refresh(): Promise<Snapshot> {
    const snapshot = await readSnapshot(this.#db)
    // Two refreshes may overlap: the newer one stays.
    if (snapshot.version >= this.#current.version) this.#current = snapshot
    return this.#current
  }
}

/** One statement, so that version and items belong together. */
const readSnapshot = async (db: Queryable): Promise<Snapshot> => {
  const [row] = await db.query<{ version: number; name: string; time_zone: string; items: StoredItem[] | null }>(
    `SELECT version, name, time_zone,
       (SELECT jsonb_agg(jsonb_build_object('kind', kind, 'id', id, 'item', item, 'rev', rev) ORDER BY kind, id) FROM w.config_item) AS items
     FROM w.workspace`,
  )
  return buildSnapshot(
    { version: row?.version ?? 0, name: row?.name ?? '', timeZone: row?.time_zone ?? 'Asia/Shanghai' },
    row?.items ?? [],
    { fieldTypes: fieldTypeRegistry, functions: functionRegistry },
  )
}
