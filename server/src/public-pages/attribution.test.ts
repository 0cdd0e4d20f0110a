import { describe, expect, it } from 'vitest'
import { clientKindOf, hiddenInputsOf, readAttribution } from './attribution.ts'

const none = new URLSearchParams()
const roundTrip = (url: string, referrer?: string) =>
  readAttribution(new URLSearchParams(hiddenInputsOf({ url, referrer })), none, undefined)

describe('attribution', () => {
  it('carries utm parameters, click ids, landing address and referrer through the page, word for word', () => {
    const url =
      'https://crm.example.com/f/jiangning?utm_source=%E6%8A%96%E9%9F%B3&utm_campaign=11%2F11&clickid=AbC%2B%3D&click_id=x&other=1'
    expect(roundTrip(url, 'https://www.douyin.com/')).toEqual({
      utm: { utm_source: '抖音', utm_campaign: '11/11' },
      clickIds: { clickid: 'AbC+=', click_id: 'x' },
      landingUrl: url,
      referrer: 'https://www.douyin.com/',
      client: 'unknown',
    })
  })

  it('keeps click ids of more than 255 characters whole, and none that cannot be one', () => {
    const long = 'Q'.repeat(900)
    expect(roundTrip(`https://a.example/f/x?gclid=${long}`).clickIds).toEqual({ gclid: long })
    expect(roundTrip(`https://a.example/f/x?gclid=${'Q'.repeat(2_001)}`).clickIds).toEqual({})
  })

  it('reads the address of the post itself where the page carried nothing', () => {
    expect(readAttribution(none, new URLSearchParams('utm_source=embed&bd_vid=9'), undefined)).toMatchObject({
      utm: { utm_source: 'embed' },
      clickIds: { bd_vid: '9' },
    })
  })

  it('keeps no address that is not of the web', () => {
    expect(hiddenInputsOf({ url: 'javascript:alert(1)', referrer: 'data:text/html,x' })).toEqual({})
    expect(readAttribution(new URLSearchParams({ q_referrer: 'javascript:alert(1)' }), none, undefined).referrer).toBeNull()
  })

  it.each([
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.50',
      'wechat',
    ],
    ['Mozilla/5.0 (Linux; Android 14) wxwork/4.1.30 MicroMessenger/7.0.1', 'wecom'],
    ['Mozilla/5.0 (Linux; Android 14) aweme_300000 BytedanceWebview/d8a21c6', 'douyin'],
    ['Mozilla/5.0 (Linux; Android 14; Mobile) Chrome/130', 'phone'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130', 'desktop'],
    ['', 'unknown'],
  ])('tells the kind of browser from %s', (userAgent, kind) => {
    expect(clientKindOf(userAgent)).toBe(kind)
  })
})
