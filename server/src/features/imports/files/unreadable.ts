import { AppError } from '@jieli/core'

/** Why a file cannot be read, in words that say what to do next. */
export const unreadable = (reason: string, cause?: unknown): AppError =>
  new AppError('unreadable-file', { details: { reason }, cause })
