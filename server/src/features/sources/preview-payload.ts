/** How much of an envelope a list shows. */
const MOST_PAIRS = 6
const MOST_LETTERS = 160

/** Runs of digits that may be a telephone or an identity card, however they are spaced. */
const longNumber = /\+?\d(?:[\s-]?\d){6,}/g
const secretName = /wechat|weixin|微信|openid|id_?card|身份证/i

const masked = (text: string): string =>
  text.normalize('NFKC').replace(longNumber, (run) => {
    const digits = run.replace(/\D/g, '')
    return `${digits.slice(0, 3)}****${digits.slice(-2)}`
  })

const pairsOf = (value: unknown, name: string): [string, string][] => {
  if (value === null || value === undefined || value === '') return []
  if (Array.isArray(value)) return value.flatMap((one) => pairsOf(one, name))
  if (typeof value === 'object') return Object.entries(value).flatMap(([key, member]) => pairsOf(member, key))
  return [[name, secretName.test(name) ? '***' : masked(String(value))]]
}

/**
 * The beginning of an envelope for a list, without what identifies a customer: whoever looks after sources need not be
 * allowed to see telephone numbers.
 */
export const previewPayload = (payload: unknown): string => {
  const text = pairsOf(payload, '')
    .slice(0, MOST_PAIRS)
    .map(([name, value]) => (name === '' ? value : `${name}：${value}`))
    .join('，')
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text
}
