import { findPhoneNumbersInText } from 'libphonenumber-js'
import { isFields } from '../../kit/read-payload.ts'

/**
 * A private message as a lead: the text is the note, the sender's nickname the name, a phone number in the text the
 * phone. The open id and conversation are kept so that a consultant can answer there.
 */
export const readMessage = (content: Record<string, unknown>, fromUserId: unknown): Record<string, unknown> => {
  const openId = typeof fromUserId === 'string' ? fromUserId : ''
  const text = typeof content['text'] === 'string' ? content['text'].trim().slice(0, 5_000) : ''
  return {
    ...content,
    from_user_id: openId,
    name: nicknameOf(content['user_infos'], openId),
    telephone: phoneIn(text),
    weixin: '',
    note: text === '' ? describe(content['message_type']) : text,
  }
}

/** People leave their number in the chat: 「我电话１３８ 0013 8000」. Two numbers are a question for a person, not a guess. */
const phoneIn = (text: string): string => {
  const found = new Set(findPhoneNumbersInText(text, 'CN').map(({ number }) => number.number))
  return found.size === 1 ? [...found].join('') : ''
}

const kinds: Record<string, string> = {
  image: '图片',
  video: '视频',
  user_local_image: '图片',
  user_local_video: '视频',
  retain_consult_card: '留资卡片',
}

const describe = (kind: unknown): string =>
  `［${typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : '私信'}］`

const nicknameOf = (infos: unknown, openId: string): string => {
  const people = Array.isArray(infos) ? infos.filter(isFields) : []
  const nickname = people.find((person) => person['open_id'] === openId)?.['nick_name']
  return typeof nickname === 'string' ? nickname.trim() : ''
}
