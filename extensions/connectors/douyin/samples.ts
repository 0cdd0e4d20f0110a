import type { InboundConnector } from '@jieli/core'

const sample = (body: string, signature: string, messageId: string) => ({
  settings: { clientKey: 'abc', messages: true },
  secrets: { clientSecret: 'demo_secret' },
  request: {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'msg-id': messageId, 'x-douyin-signature': signature },
    query: {},
    body: new TextEncoder().encode(body),
  },
  receivedAt: '2026-01-01T00:00:05.000Z',
})

const handshake = '{"event":"verify_webhook","client_key":"abc","content":{"challenge":12345}}'

/** As it comes: ids bare and longer than a double, `telphone` in the other spelling, JSON inside JSON inside JSON. */
export const clueBody =
  '{"event":"clue_notify","client_key":"abc","content":"{\\"clue_id\\":7200000000000000001,\\"name\\":\\"王先生\\",\\"telphone\\":\\"13800000000\\",' +
  '\\"promotion_id\\":7300000000000000003,\\"remark_dict\\":\\"{\\\\\\"最关注提分科目\\\\\\":\\\\\\"数学\\\\\\"}\\",\\"city_name\\":\\"南京\\",' +
  '\\"create_time_detail\\":\\"2026-01-01 08:00:00\\"}","log_id":"l-1"}'

export const messageBody =
  '{"event":"im_receive_msg","client_key":"abc","from_user_id":"open-1","to_user_id":"open-2","content":{"create_time":1767225600123,' +
  '"conversation_short_id":"c-1","message_type":"text","text":"小升初数学怎么收费？","user_infos":[{"open_id":"open-1","nick_name":"晴天"}]},"log_id":"l-2"}'

export const samples: InboundConnector<{ clientKey: string; messages: boolean }>['samples'] = [
  { ...sample(handshake, 'a71656ac163b2b4292a5ac46e3a243521661b636', 'm-0'), expect: 'handshake' },
  { ...sample(clueBody, '7dc6186c9e0772159f22f6deecc7e24236375beb', 'm-1'), expect: 'events' },
  { ...sample(messageBody, '130d5fa4dbd26393ea4727556bac591711baf199', 'm-2'), expect: 'events' },
  { ...sample(clueBody, 'a71656ac163b2b4292a5ac46e3a243521661b636', 'm-3'), expect: 'refused' },
  {
    ...sample(clueBody, '7dc6186c9e0772159f22f6deecc7e24236375beb', 'm-4'),
    settings: { clientKey: 'another-app', messages: true },
    expect: 'refused',
  },
]
