import { describe, expect, it } from 'vitest'
import { apiMessages } from '../../i18n/messages/api-messages.ts'
import { reasonText } from './delivery-reason.ts'

describe('why a message was not delivered', () => {
  it.each([
    ['http-401', 'reasonHttpAuth', { n: 401 }],
    ['http-404', 'reasonHttpMissing', { n: 404 }],
    ['http-410', 'reasonHttpGone', { n: 410 }],
    ['http-429', 'reasonHttpBusy', { n: 429 }],
    ['http-503', 'reasonHttpDown', { n: 503 }],
    ['http-302', 'reasonHttp', { n: 302 }],
    ['timeout', 'reasonTimeout', {}],
    ['not-visible', 'reasonNotVisible', {}],
  ])('says %s in words', (reason, key, params) => {
    expect(reasonText(reason)).toEqual({ key, params })
    expect(apiMessages).toHaveProperty(key)
  })

  it('names a code that it has no words for', () => {
    expect(reasonText('unforeseen')).toEqual({ key: 'reasonOther', params: { code: 'unforeseen' } })
  })
})
