import { pino, type Logger } from 'pino'

export type Log = Logger

/**
 * Structured lines on standard output. What may hold a person's data or a secret is cut out by name here, once, so that no
 * caller can forget it.
 */
export const createLog = (level: string): Log =>
  pino({
    level,
    base: null,
    redact: {
      paths: [
        'password',
        'phone',
        'wechat',
        'secret',
        'token',
        'authorization',
        'cookie',
        '*.password',
        '*.phone',
        '*.secret',
        '*.token',
        'req.headers',
      ],
      censor: '[removed]',
    },
  })
