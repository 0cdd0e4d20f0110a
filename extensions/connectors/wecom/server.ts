import { defineOutboundConnector, type DeliveryResult, type OutboundContext } from '@jieli/core'
import { dropAccessToken, getAccessToken, type WecomApp } from './access-token.ts'
import { buildMessage, type WecomBody } from './build-message.ts'
import { callWecom, judgeAnswer, type WecomAnswer } from './call-wecom.ts'
import { wecom } from './connector.ts'
import { tokenErrors } from './errcode.ts'

export const wecomOutbound = defineOutboundConnector({
  ...wecom,
  async send(message, settings, secrets, context) {
    const receivers = receiversOf(message.to)
    if (receivers === null) return { kind: 'failed', code: 'bad-receiver', reason: '接收人没有填写可用的企业微信账号' }
    const body = buildMessage({ ...message, to: receivers.join('|') }, settings)
    const app = { ...settings, baseUrl: settings.baseUrl.replace(/\/+$/, ''), corpSecret: secrets['corpSecret'] ?? '' }
    return deliver(context, app, body)
  },
})

/** `@all` would show a customer to the whole company; nobody means that by a person's account. */
const receiversOf = (to: string): string[] | null => {
  const ids = [
    ...new Set(
      to
        .split('|')
        .map((id) => id.trim())
        .filter((id) => id !== ''),
    ),
  ]
  return ids.length === 0 || ids.length > 1_000 || ids.some((id) => id === '@all' || !/^[\w.@-]{1,64}$/.test(id)) ? null : ids
}

/** A refused token is replaced once; refused again, the trouble is not the token's age. */
const deliver = async (
  context: OutboundContext,
  app: WecomApp,
  body: WecomBody,
  mayRefresh = true,
): Promise<DeliveryResult> => {
  const access = await getAccessToken(context, app)
  if (access.kind === 'no-token') return access.result
  const url = `${app.baseUrl}/cgi-bin/message/send?${new URLSearchParams({ access_token: access.token })}`
  const answer = await callWecom(context, { url, body })
  if (answer.kind === 'answer' && tokenErrors.has(answer.errcode)) {
    await dropAccessToken(context, app, access.token)
    if (mayRefresh) return deliver(context, app, body, false)
  }
  return judgeDelivery(answer, body.touser.split('|'))
}

/** `errcode` 0 with lists of people it did not reach is WeCom's way of partial success. */
const judgeDelivery = (answer: WecomAnswer, receivers: string[]): DeliveryResult => {
  if (answer.kind === 'no-answer' || answer.errcode !== 0) return judgeAnswer(answer)
  const unknown = listed(answer.fields['invaliduser'])
  const unlicensed = listed(answer.fields['unlicenseduser'])
  const missed = receivers.filter((id) => unknown.has(id.toLowerCase()) || unlicensed.has(id.toLowerCase()))
  if (missed.length === receivers.length) return failedFor(missed, unlicensed.size > 0 && unknown.size === 0)
  const providerId = typeof answer.fields['msgid'] === 'string' ? answer.fields['msgid'] : null
  return { kind: 'delivered', providerId, ...(missed.length > 0 && { missed }) }
}

/** WeCom lists accounts in lower case, whatever case they were sent in. */
const listed = (value: unknown): Set<string> =>
  new Set(
    typeof value === 'string'
      ? value
          .split('|')
          .map((id) => id.trim().toLowerCase())
          .filter((id) => id !== '')
      : [],
  )

const failedFor = (missed: string[], isUnlicensed: boolean): DeliveryResult =>
  isUnlicensed
    ? { kind: 'failed', code: 'unlicenseduser', reason: `企业微信账号 ${missed.join('、')} 没有接口许可` }
    : { kind: 'failed', code: 'invaliduser', reason: `企业微信账号 ${missed.join('、')} 不存在或不在应用的可见范围内` }
