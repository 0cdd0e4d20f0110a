import { isFields } from '../../kit/read-payload.ts'
import { parseSenderTime } from '../../kit/parse-sender-time.ts'
import { parseLosslessJson } from '../../kit/parse-lossless-json.ts'

/** Names of ids. Small ones come as numbers, large ones as text: kept as text always, so that equal ids are equal. */
const ids = [
  'id',
  'clue_id',
  'advertiser_id',
  'adv_id',
  'ad_id',
  'creative_id',
  'promotion_id',
  'project_id',
  'site_id',
  'module_id',
  'store_id',
  'local_account_id',
  'order_id',
  'product_id',
  'req_id',
  'cid',
]

/** A clue has a way to reach somebody. Anything else (authorisations, orders, statistics) is not a lead. */
const isClue = (content: Record<string, unknown>): boolean =>
  ['telephone', 'telphone', 'phone', 'weixin', 'qq', 'email', 'clue_id'].some((name) => textOf(content[name]) !== '')

/**
 * One clue in one spelling, whichever of Douyin's products sent it: both spellings of `telephone`, `remark_dict` as JSON
 * text or as an object, ids as text, an own `note` that a consultant can read. The sender's other fields stay as they came.
 */
export const readClue = (content: Record<string, unknown>): Record<string, unknown> | null => {
  if (!isClue(content)) return null
  const answers = readAnswers(content['remark_dict'])
  return {
    ...content,
    ...idsOf(content),
    name: textOf(content['name']),
    telephone: textOf(content['telephone']) || textOf(content['telphone']) || textOf(content['phone']),
    weixin: textOf(content['weixin']),
    remark_dict: answers,
    campaign: textOf(content['promotion_name']) || textOf(content['ad_name']),
    click_ids: clickIdsOf(content),
    note: noteOf(content, answers),
  }
}

/** When the customer left the clue, by the most exact of its times. */
export const clueTime = (content: Record<string, unknown>): string | undefined =>
  parseSenderTime(content['create_time_detail']) ?? parseSenderTime(content['create_time'])

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''

const idsOf = (content: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(ids.filter((name) => typeof content[name] === 'number').map((name) => [name, textOf(content[name])]))

const readAnswers = (value: unknown): Record<string, unknown> => {
  const parsed = typeof value === 'string' ? parseLosslessJson(value) : value
  return isFields(parsed) ? parsed : {}
}

/** What is needed to report the outcome back: which clue, of which request and ad. */
const clickIdsOf = (content: Record<string, unknown>): string => {
  const known = ['clue_id', 'req_id', 'promotion_id', 'ad_id'].filter((name) => textOf(content[name]) !== '')
  return known.map((name) => `${name}=${textOf(content[name])}`).join('&')
}

/** The customer's own words, then what they answered in the form, then where they are; one line each. */
const noteOf = (content: Record<string, unknown>, answers: Record<string, unknown>): string => {
  const place = [...new Set(['province_name', 'city_name', 'country_name'].map((name) => textOf(content[name])))].filter(
    (name) => name !== '',
  )
  const told = Object.entries(answers)
    .map(([question, answer]) => [question, answerOf(answer)] as const)
    .filter(([, answer]) => answer !== '')
  return [
    textOf(content['remark']),
    ...told.map(([question, answer]) => `${question}：${answer}`),
    place.length > 0 ? `地区：${place.join(' ')}` : '',
  ]
    .filter((line) => line !== '')
    .join('\n')
}

const answerOf = (answer: unknown): string =>
  Array.isArray(answer)
    ? answer
        .map(textOf)
        .filter((text) => text !== '')
        .join('、')
    : textOf(answer)
