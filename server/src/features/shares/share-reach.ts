import type { Queryable } from '../../database/database.ts'
import type { Clock } from '../../runtime/clock.ts'

interface Reached {
  /** A person's id or a department's path. */
  grantee: string
  object: string
}

/**
 * Whom shares reach at all, held in memory: most people are reached by none, and their lists are then read as if there were no
 * shares. Kept only to leave that part of a statement out; which records are shared is always asked of the database. It hears
 * of new shares from every process, so a late word hides a share for a moment and never opens one. Shares that ended are
 * forgotten when it is read anew.
 */
export class ShareReach {
  readonly #db: Queryable
  readonly #clock: Clock
  #objects = new Map<string, Set<string>>()
  /** What is heard while it is being read anew, a list for each reading: it may be missing from what was read. */
  readonly #heard = new Set<Reached[]>()

  private constructor(db: Queryable, clock: Clock) {
    this.#db = db
    this.#clock = clock
  }

  static async open(db: Queryable, clock: Clock): Promise<ShareReach> {
    const reach = new ShareReach(db, clock)
    await reach.refresh()
    return reach
  }

  reaches(object: string, grantees: readonly string[]): boolean {
    const reached = this.#objects.get(object)
    return reached !== undefined && grantees.some((grantee) => reached.has(grantee))
  }

  add(share: Reached): void {
    for (const heard of this.#heard) heard.push(share)
    put(this.#objects, share)
  }

  async refresh(): Promise<void> {
    const heard: Reached[] = []
    this.#heard.add(heard)
    try {
      const rows = await this.#db.query<Reached>(
        'SELECT DISTINCT grantee, object FROM w.record_share WHERE until IS NULL OR until > $1',
        [this.#clock.now()],
      )
      const objects = new Map<string, Set<string>>()
      for (const share of [...rows, ...heard]) put(objects, share)
      this.#objects = objects
    } finally {
      this.#heard.delete(heard)
    }
  }
}

const put = (objects: Map<string, Set<string>>, { grantee, object }: Reached): void => {
  const reached = objects.get(object) ?? new Set<string>()
  objects.set(object, reached.add(grantee))
}
