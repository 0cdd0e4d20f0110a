import { isFields } from '../../kit/read-payload.ts'
import { bytesOf } from '../../kit/truncate-text.ts'

/** A message as a colleague's phone would show it. */
export interface SimulatedMessage {
  msgid: string
  at: string
  touser: string[]
  msgtype: string
  taskId: string | null
  title: string
  text: string
  facts: { name: string; value: string }[]
  url: string | null
  /** Pages below the card. */
  links: { title: string; url: string }[]
  recalled: boolean
  /** What WeCom was sent, for tests that look closer. */
  body: Record<string, unknown>
}

type Check = { errcode: number; errmsg: string } | null

const error = (errcode: number, errmsg: string): Check => ({ errcode, errmsg })

/** The limits of the documentation: the first that is broken, or null. The connector's own table is not used, on purpose. */
export const checkMessage = (body: Record<string, unknown>): Check => {
  if (typeof body['touser'] !== 'string' || body['touser'] === '') return error(40058, 'touser is empty')
  if (body['touser'].split('|').length > 1_000) return error(40058, 'too many users')
  if (Number(body['duplicate_check_interval'] ?? 1_800) > 14_400) return error(40058, 'duplicate_check_interval')
  if (body['msgtype'] === 'text') return checkText(body['text'])
  if (body['msgtype'] === 'template_card') return checkCard(body['template_card'])
  return error(40008, 'invalid message type')
}

const checkText = (text: unknown): Check => {
  const content = isFields(text) ? text['content'] : undefined
  if (typeof content !== 'string' || content === '') return error(44004, 'empty content')
  return bytesOf(content) > 2_048 ? error(45002, 'content size out of limit') : null
}

const checkCard = (card: unknown): Check => {
  if (!isFields(card) || card['card_type'] !== 'text_notice') return error(40058, 'card_type')
  const action = card['card_action']
  if (!isFields(action) || action['type'] !== 1 || typeof action['url'] !== 'string' || action['url'] === '')
    return error(40058, 'card_action')
  if (card['task_id'] !== undefined && !/^[0-9A-Za-z_@-]{1,128}$/.test(textAt(card, 'task_id'))) return error(40058, 'task_id')
  if (textIn(card, 'main_title', 'title') === '' && textAt(card, 'sub_title_text') === '') return error(40058, 'main_title')
  return checkLengths(card) ?? checkFacts(card['horizontal_content_list']) ?? checkJumps(card['jump_list'])
}

const checkJumps = (jumps: unknown): Check => {
  if (jumps === undefined) return null
  const isSound =
    Array.isArray(jumps) &&
    jumps.length <= 3 &&
    jumps.every((jump) => isFields(jump) && jump['type'] === 1 && textAt(jump, 'title') !== '' && textAt(jump, 'url') !== '')
  return isSound ? null : error(40058, 'jump_list')
}

const checkLengths = (card: Record<string, unknown>): Check => {
  const lengths: [string, string, number][] = [
    ['source.desc', textIn(card, 'source', 'desc'), 20],
    ['main_title.title', textIn(card, 'main_title', 'title'), 36],
    ['main_title.desc', textIn(card, 'main_title', 'desc'), 44],
    ['emphasis_content.title', textIn(card, 'emphasis_content', 'title'), 14],
    ['sub_title_text', textAt(card, 'sub_title_text'), 160],
  ]
  const tooLong = lengths.find(([, text, limit]) => text.length > limit)
  return tooLong === undefined ? null : error(45002, `${tooLong[0]} is too long`)
}

const checkFacts = (facts: unknown): Check => {
  if (facts === undefined) return null
  if (!Array.isArray(facts) || facts.length > 6 || !facts.every(isFields)) return error(40058, 'horizontal_content_list')
  if (facts.some((fact) => textAt(fact, 'keyname') === '')) return error(40058, 'keyname')
  return facts.some((fact) => textAt(fact, 'keyname').length > 5 || textAt(fact, 'value').length > 30)
    ? error(45002, 'horizontal_content_list is too long')
    : null
}

/** A checked body as it is shown. */
export const readMessage = (
  body: Record<string, unknown>,
  known: { msgid: string; at: string; touser: string[] },
): SimulatedMessage => {
  const card = isFields(body['template_card']) ? body['template_card'] : {}
  const facts = Array.isArray(card['horizontal_content_list']) ? card['horizontal_content_list'].filter(isFields) : []
  const jumps = Array.isArray(card['jump_list']) ? card['jump_list'].filter(isFields) : []
  return {
    ...known,
    msgtype: String(body['msgtype']),
    taskId: textAt(card, 'task_id') || null,
    title: textIn(card, 'main_title', 'title'),
    text: textAt(card, 'sub_title_text') || textIn(body, 'text', 'content'),
    facts: facts.map((fact) => ({ name: textAt(fact, 'keyname'), value: textAt(fact, 'value') })),
    url: textIn(card, 'card_action', 'url') || null,
    links: jumps.map((jump) => ({ title: textAt(jump, 'title'), url: textAt(jump, 'url') })),
    recalled: false,
    body,
  }
}

const textAt = (fields: Record<string, unknown>, name: string): string => {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

const textIn = (fields: Record<string, unknown>, outer: string, inner: string): string => {
  const value = fields[outer]
  return isFields(value) ? textAt(value, inner) : ''
}
