import { createHash } from 'node:crypto'
import type { OutboundMessage } from '@jieli/core'
import { bytesOf, truncateText } from '../../kit/truncate-text.ts'

/** What WeCom accepts; beyond these it refuses the whole message with 45002 or 40058. */
export const limits = {
  textBytes: 2_048,
  urlBytes: 2_048,
  sourceChars: 20,
  titleChars: 36,
  subTitleChars: 160,
  facts: 6,
  factNameChars: 5,
  factValueChars: 30,
  jumps: 3,
  /** What the documentation advises; a longer one is cut by the app itself. */
  jumpTitleChars: 13,
  taskIdBytes: 128,
} as const

export interface WecomBody {
  touser: string
  agentid: number
  msgtype: 'template_card' | 'text'
  enable_duplicate_check: 1
  duplicate_check_interval: number
  template_card?: TextNotice
  text?: { content: string }
}

export interface TextNotice {
  card_type: 'text_notice'
  source?: { desc: string; desc_color: 0 }
  main_title: { title: string }
  sub_title_text?: string
  horizontal_content_list?: { keyname: string; value: string }[]
  jump_list?: { type: 1; title: string; url: string }[]
  card_action: { type: 1; url: string }
  task_id: string
}

/**
 * A card when there is something to open, since WeCom gives no text_notice without a link; plain text otherwise. What is
 * too long is cut, so that a long note never costs the whole message.
 */
export const buildMessage = (message: OutboundMessage, app: { agentId: number; sourceName: string }): WecomBody => {
  const common = { touser: message.to, agentid: app.agentId, enable_duplicate_check: 1 } as const
  const url = message.url !== undefined && isLink(message.url) ? message.url : null
  return url === null
    ? // Text has no id of its own: WeCom compares contents, so a wide window would swallow a second notice of equal words.
      { ...common, msgtype: 'text', duplicate_check_interval: 600, text: { content: buildText(message) } }
    : {
        ...common,
        msgtype: 'template_card',
        duplicate_check_interval: 14_400,
        template_card: buildCard(message, url, app.sourceName),
      }
}

const isLink = (url: string): boolean => /^https?:\/\//i.test(url) && bytesOf(url) <= limits.urlBytes

const buildCard = (message: OutboundMessage, url: string, sourceName: string): TextNotice => {
  const lines = message.lines
    .map(plain)
    .filter((line) => line !== '')
    .join('\n')
  const facts = message.facts.slice(0, limits.facts).map(({ name, value }) => ({
    keyname: truncateText(plain(name) || '—', limits.factNameChars),
    value: truncateText(plain(value) || '—', limits.factValueChars),
  }))
  const jumps = (message.links ?? [])
    .filter((link) => isLink(link.url) && plain(link.title) !== '')
    .slice(0, limits.jumps)
    .map((link) => ({ type: 1 as const, title: truncateText(plain(link.title), limits.jumpTitleChars), url: link.url }))
  return {
    card_type: 'text_notice',
    ...(sourceName !== '' && { source: { desc: truncateText(sourceName, limits.sourceChars), desc_color: 0 } }),
    main_title: { title: truncateText(plain(message.title) || '新消息', limits.titleChars) },
    ...(lines !== '' && { sub_title_text: truncateText(lines, limits.subTitleChars) }),
    ...(facts.length > 0 && { horizontal_content_list: facts }),
    ...(jumps.length > 0 && { jump_list: jumps }),
    card_action: { type: 1, url },
    task_id: taskIdOf(message.key),
  }
}

/** Text may hold links written as HTML, so a customer's name must not: its angle brackets become full-width ones. */
const buildText = (message: OutboundMessage): string => {
  const facts = message.facts.map(({ name, value }) => `${name}：${value || '—'}`)
  const lines = [message.title, ...message.lines, ...facts].map(plain).filter((line) => line !== '')
  const content = (lines.join('\n') || '新消息').replaceAll('<', '＜').replaceAll('>', '＞')
  return truncateText(content, limits.textBytes, bytesOf)
}

/** One line without control signs and half surrogates. */
const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()

/** The idempotency key in the signs WeCom allows; what does not fit is hashed, so distinct keys stay distinct. */
const taskIdOf = (key: string): string =>
  /^[0-9A-Za-z_@-]{1,128}$/.test(key) ? key : createHash('sha256').update(key).digest('hex')
