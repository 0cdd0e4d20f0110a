import { AppError, errorCodes, type DeliveryResult, type OutboundContext } from '@jieli/core'
import { isFields } from '../../kit/read-payload.ts'
import { parseLosslessJson } from '../../kit/parse-lossless-json.ts'
import { judgeErrcode } from './errcode.ts'

/** What WeCom answered, or why there is no answer to use. */
export type WecomAnswer =
  | { kind: 'answer'; errcode: number; errmsg: string; fields: Record<string, unknown> }
  | { kind: 'no-answer'; result: DeliveryResult }

export interface WecomCall {
  url: string
  body?: unknown
}

/**
 * One call. WeCom says everything by `errcode` under status 200; any other status comes from something in between, and
 * is worth another try later. `-1` (busy) is tried at once, three times in all.
 */
export const callWecom = async (context: OutboundContext, call: WecomCall, attempts = 3): Promise<WecomAnswer> => {
  const answer = await callOnce(context, call)
  return answer.kind === 'answer' && answer.errcode === -1 && attempts > 1 ? callWecom(context, call, attempts - 1) : answer
}

const callOnce = async (context: OutboundContext, { url, body }: WecomCall): Promise<WecomAnswer> => {
  try {
    const response =
      body === undefined
        ? await context.fetch(url, { method: 'GET' })
        : await context.fetch(url, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          })
    return readAnswer(response)
  } catch (error) {
    return { kind: 'no-answer', result: judgeFailure(error) }
  }
}

const readAnswer = (response: Awaited<ReturnType<OutboundContext['fetch']>>): WecomAnswer => {
  const fields = parseLosslessJson(response.body)
  if (response.status !== 200 || !isFields(fields) || typeof fields['errcode'] !== 'number') {
    const seconds = Number(response.headers['retry-after'])
    const retryAfterMs = seconds > 0 ? Math.min(seconds, 3_600) * 1_000 : 30_000
    return { kind: 'no-answer', result: { kind: 'retry', code: `http-${response.status}`, retryAfterMs } }
  }
  return {
    kind: 'answer',
    errcode: fields['errcode'],
    errmsg: typeof fields['errmsg'] === 'string' ? fields['errmsg'] : '',
    fields,
  }
}

/** The error's own text stays out: it may hold the address, and the address holds the secret. */
const judgeFailure = (error: unknown): DeliveryResult =>
  error instanceof AppError && !errorCodes[error.code].retryable
    ? { kind: 'failed', code: error.code, reason: '不能访问这个企业微信地址，请核对渠道设置里的接口地址' }
    : { kind: 'retry', code: 'network', retryAfterMs: 30_000 }

/** The delivery's result of an answer that is an error. */
export const judgeAnswer = (answer: WecomAnswer): DeliveryResult =>
  answer.kind === 'no-answer' ? answer.result : judgeErrcode(answer.errcode, answer.errmsg)
