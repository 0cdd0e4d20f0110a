import type { DeliveryResult } from '@jieli/core'

/** Codes after which the token is fetched anew and the call made once more. */
export const tokenErrors: ReadonlySet<number> = new Set([40014, 42001])

/** Codes that pass by themselves, and how long to leave WeCom alone. Limits are counted by the minute. */
const passing: Record<number, number> = { [-1]: 5_000, 45009: 60_000, 45033: 60_000, 40014: 30_000, 42001: 30_000 }

/** Codes that do not pass, in words an admin can act on. */
const lasting: Record<number, string> = {
  40001: '应用的 Secret 不对，请在渠道设置里重新填写',
  40003: '接收人的企业微信账号无效',
  40013: '企业 ID 不对，请在渠道设置里核对',
  40056: '应用的 AgentId 不对，请在渠道设置里核对',
  40058: '消息参数不合规定',
  45002: '消息内容超过企业微信的长度限制',
  48002: '应用没有发消息的权限',
  60011: '接收人不在应用的可见范围内',
  60020: '服务器的 IP 不在企业可信 IP 内，请在企业微信后台添加',
  60111: '企业微信里没有这个账号，请核对成员的企业微信账号',
  81013: '接收人都不可用：不在可见范围内或已离职',
}

/** What an error code means for the delivery. Unknown codes are taken as lasting: sending the same again would not help. */
export const judgeErrcode = (errcode: number, errmsg: string): DeliveryResult => {
  const wait = passing[errcode]
  return wait === undefined
    ? {
        kind: 'failed',
        code: String(errcode),
        reason: lasting[errcode] ?? `企业微信返回错误 ${errcode}：${errmsg.slice(0, 200)}`,
      }
    : { kind: 'retry', code: String(errcode), retryAfterMs: wait }
}
