import type { Queryable, Transaction } from '../../database/database.ts'

export type JobStatus = 'running' | 'done' | 'failed' | 'cancelled'

export interface JobRow {
  id: string
  kind: string
  input: unknown
  state: unknown
  status: JobStatus
  done: number
  total: number | null
  failures: number
  reason: string | null
  result: Record<string, unknown> | null
  isCancelling: boolean
  createdBy: string | null
  createdAt: string
  endedAt: string | null
}

const columns = `id, kind, input, state, status, done, total, failures, reason, result, is_cancelling AS "isCancelling",
  created_by AS "createdBy", created_at AS "createdAt", ended_at AS "endedAt"`

export const insertJob = async (
  tx: Transaction,
  job: Pick<JobRow, 'id' | 'kind' | 'input' | 'state' | 'createdBy'> & {
    about: { object: string; field: string } | undefined
    now: string
  },
): Promise<void> =>
  void (await tx.query(
    `INSERT INTO w.job (id, kind, input, state, created_by, created_at, run_at, about_object, about_field)
     VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8)`,
    [
      job.id,
      job.kind,
      JSON.stringify(job.input),
      JSON.stringify(job.state),
      job.createdBy,
      job.now,
      job.about?.object ?? null,
      job.about?.field ?? null,
    ],
  ))

/** The job whose turn it is, held until the transaction ends. Another process that looks at the same time gets another. */
export const claimNextJob = async (tx: Transaction, now: string, kinds: readonly string[]): Promise<JobRow | undefined> => {
  const [row] = await tx.query<JobRow>(
    `SELECT ${columns} FROM w.job WHERE status = 'running' AND run_at <= $1 AND kind = ANY($2)
     ORDER BY stepped_at NULLS FIRST, steps, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [now, kinds],
  )
  return row
}

/** A job by name, held until the transaction ends, whatever it is doing. */
export const lockJob = async (tx: Transaction, id: string): Promise<JobRow | undefined> => {
  const [row] = await tx.query<JobRow>(`SELECT ${columns} FROM w.job WHERE id = $1 FOR UPDATE`, [id])
  return row
}

export const readJob = async (db: Queryable, id: string): Promise<JobRow | undefined> => {
  const [row] = await db.query<JobRow>(`SELECT ${columns} FROM w.job WHERE id = $1`, [id])
  return row
}

/** Jobs under way first, then the newest that are over. `createdBy` null: everybody's. */
export const listJobs = async (db: Queryable, createdBy: string | null, limit: number): Promise<JobRow[]> =>
  db.query<JobRow>(
    `SELECT ${columns} FROM w.job WHERE ($1::uuid IS NULL OR created_by = $1) ORDER BY status = 'running' DESC, id DESC LIMIT $2`,
    [createdBy, limit],
  )

export const saveStep = async (
  tx: Transaction,
  id: string,
  step: { state: unknown; done: number | null; total: number | null; now: string; runAt: string },
): Promise<void> =>
  void (await tx.query(
    `UPDATE w.job SET state = $2, done = coalesce($3, done), total = coalesce($4, total), failures = 0, reason = NULL, lease = NULL,
       stepped_at = $5, run_at = $6, steps = steps + 1 WHERE id = $1`,
    [id, JSON.stringify(step.state), step.done, step.total, step.now, step.runAt],
  ))

export const saveEnd = async (
  tx: Transaction,
  id: string,
  end: { status: Exclude<JobStatus, 'running'>; reason?: string; result?: Record<string, unknown>; now: string },
): Promise<void> =>
  void (await tx.query(
    `UPDATE w.job SET status = $2, reason = $3, result = $4, ended_at = $5, lease = NULL, steps = steps + 1,
       done = CASE WHEN $2 = 'done' THEN coalesce(total, done) ELSE done END WHERE id = $1`,
    [id, end.status, end.reason ?? null, end.result ? JSON.stringify(end.result) : null, end.now],
  ))

/** Puts a job off after a failure. */
export const saveFailure = async (
  tx: Transaction,
  id: string,
  failure: { failures: number; reason: string; runAt: string },
): Promise<void> =>
  void (await tx.query('UPDATE w.job SET failures = $2, reason = $3, run_at = $4, lease = NULL WHERE id = $1', [
    id,
    failure.failures,
    failure.reason,
    failure.runAt,
  ]))

/** Keeps others away from a job until `until`, for work that no transaction can hold. */
export const saveLease = async (tx: Transaction, id: string, lease: string, until: string): Promise<void> =>
  void (await tx.query('UPDATE w.job SET lease = $2, run_at = $3 WHERE id = $1', [id, lease, until]))

/** False: the lease ran out and somebody else has the job. */
export const extendLease = async (db: Queryable, lease: string, until: string): Promise<boolean> =>
  (await db.query('UPDATE w.job SET run_at = $2 WHERE lease = $1 RETURNING id', [lease, until])).length === 1

export const lockLease = async (tx: Transaction, lease: string): Promise<JobRow | undefined> => {
  const [row] = await tx.query<JobRow>(`SELECT ${columns} FROM w.job WHERE lease = $1 FOR UPDATE`, [lease])
  return row
}

/** Makes a job run at once: to be cancelled, or after it had failed. */
export const saveWake = async (tx: Transaction, id: string, wake: { isCancelling: boolean; now: string }): Promise<void> =>
  void (await tx.query(
    `UPDATE w.job SET status = 'running', failures = 0, reason = NULL, ended_at = NULL, is_cancelling = $2, run_at = $3 WHERE id = $1`,
    [id, wake.isCancelling, wake.now],
  ))

/** True when work on this field is under way, or has failed and waits for somebody to say what is to become of it. */
export const findJobAbout = async (db: Queryable, object: string, field: string): Promise<boolean> =>
  (
    await db.query(
      `SELECT 1 FROM w.job WHERE about_object = $1 AND about_field = $2 AND status IN ('running', 'failed') LIMIT 1`,
      [object, field],
    )
  ).length > 0

/** When the next one may step; null: none waits. */
export const findNextRun = async (db: Queryable, kinds: readonly string[]): Promise<string | null> => {
  const [row] = await db.query<{ run_at: string }>(
    `SELECT run_at FROM w.job WHERE status = 'running' AND kind = ANY($1) ORDER BY run_at LIMIT 1`,
    [kinds],
  )
  return row?.run_at ?? null
}
