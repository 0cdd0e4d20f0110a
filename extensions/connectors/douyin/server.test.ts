import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { must, type InboundVerdict } from '@jieli/core'
import { clueBody, messageBody } from './samples.ts'
import { douyinInbound } from './server.ts'
import { signDouyin } from './simulator.ts'

const secret = 'demo_secret'
const receive = (body: string, settings = { clientKey: '', messages: true }, messageId = 'm-1'): InboundVerdict =>
  douyinInbound.receive(
    {
      method: 'POST',
      headers: signDouyin(secret, messageId, body),
      query: {},
      body: new TextEncoder().encode(body),
      receivedAt: '2026-01-01T00:00:05.000Z',
    },
    settings,
    { clientSecret: secret },
  )

const payloadOf = (verdict: InboundVerdict): Record<string, unknown> =>
  must(verdict.kind === 'events' ? verdict.events[0] : undefined, 'event').payload

const clue = (content: Record<string, unknown>): InboundVerdict => receive(JSON.stringify({ event: 'clue_notify', content }))

describe('douyin', () => {
  it('answers the challenge with the same number as JSON', () => {
    const body = '{"event":"verify_webhook","client_key":"abc","content":{"challenge":12345}}'
    expect(receive(body)).toMatchObject({ kind: 'handshake', reply: { body: '{"challenge":12345}' } })
  })

  it('answers a challenge longer than a double exactly, and inside JSON text too', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.boolean(), (challenge, asText) => {
        const content = `{"challenge":${challenge}}`
        const body = `{"event":"verify_webhook","content":${asText ? JSON.stringify(content) : content}}`
        expect(receive(body)).toMatchObject({ reply: { body: `{"challenge":${challenge}}` } })
      }),
    )
  })

  it('never puts into its answer what is not a number', () => {
    for (const challenge of ['"<script>"', '{"toString":1}', '[1]', 'null', '1.5']) {
      expect(receive(`{"event":"verify_webhook","content":{"challenge":${challenge}}}`)).toEqual({
        kind: 'refused',
        code: 'bad-request',
      })
    }
  })

  it('reads a clue with exact ids, the other spelling of telephone and answers inside JSON text', () => {
    expect(receive(clueBody)).toMatchObject({
      events: [
        {
          eventId: 'm-1',
          occurredAt: '2026-01-01T00:00:00.000Z',
          payload: {
            name: '王先生',
            telephone: '13800000000',
            clue_id: '7200000000000000001',
            promotion_id: '7300000000000000003',
            remark_dict: { 最关注提分科目: '数学' },
            note: '最关注提分科目：数学\n地区：南京',
            click_ids: 'clue_id=7200000000000000001&promotion_id=7300000000000000003',
          },
        },
      ],
    })
  })

  it('keeps small ids as text as well, so that one id is always the same value', () => {
    expect(payloadOf(clue({ telephone: 13800000000, ad_id: 42 }))).toMatchObject({ telephone: '13800000000', ad_id: '42' })
  })

  it('reads a private message: text as note, nickname as name', () => {
    const payload = payloadOf(receive(messageBody))
    expect(payload).toMatchObject({ name: '晴天', note: '小升初数学怎么收费？', from_user_id: 'open-1' })
  })

  it.each([
    ['我电话１３８ 0013 8000，方便加微信吗', '+8613800138000'],
    ['+86 138-0013-8000', '+8613800138000'],
    ['13800138000 或者 13900139000 都可以', ''],
    ['孩子初二，数学 86 分，订单 20260101123456', ''],
  ])('finds the one phone number in 「%s」', (text, telephone) => {
    const body = JSON.stringify({ event: 'im_receive_msg', from_user_id: 'o', content: { text } })
    expect(payloadOf(receive(body))).toMatchObject({ telephone, note: text })
  })

  it('says what a message was when it had no text', () => {
    const body = JSON.stringify({
      event: 'im_receive_msg',
      from_user_id: 'o',
      content: JSON.stringify({ message_type: 'image' }),
    })
    expect(payloadOf(receive(body))).toMatchObject({ note: '［图片］', name: '' })
  })

  it('answers other events and keeps nothing of them', () => {
    for (const body of [
      '{"event":"authorize","content":"{}"}',
      '{"event":"x","content":null}',
      '{}',
      '{"event":{},"content":"["}',
    ]) {
      expect(receive(body)).toMatchObject({ kind: 'events', events: [] })
    }
    expect(receive(messageBody, { clientKey: '', messages: false })).toMatchObject({ events: [] })
  })

  it('tells repeats apart by Msg-Id, and by the bytes when there is none', () => {
    const id = (messageId: string) => {
      const verdict = receive(clueBody, undefined, messageId)
      return verdict.kind === 'events' ? verdict.events[0]?.eventId : undefined
    }
    expect(id('m-9')).toBe('m-9')
    expect(id('')).toMatch(/^[0-9a-f]{64}$/)
    expect(id('')).toBe(id(''))
  })

  it('reads any signed JSON without throwing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('clue_notify', 'im_receive_msg', 'verify_webhook'), (content, event) => {
        expect(['events', 'handshake', 'refused']).toContain(receive(JSON.stringify({ event, content })).kind)
      }),
    )
  })
})
