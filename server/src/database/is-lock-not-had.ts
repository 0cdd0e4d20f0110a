import pg from 'pg'

/** A statement that would not wait for a lock longer than `lock_timeout` allows. */
export const isLockNotHad = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === '55P03'
