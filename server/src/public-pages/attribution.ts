/** Which advertisement or page brought the customer, as far as the address tells. Kept with the touch, word for word. */
export interface Attribution {
  utm: Record<string, string>
  /** Case-sensitive and long; never shortened within reason, or the network does not know them again. */
  clickIds: Record<string, string>
  /** The whole landing address: Baidu asks for it back, and it tells apart networks that share a parameter's name. */
  landingUrl: string | null
  referrer: string | null
  /** The kind of browser it was filled in. */
  client: ClientKind
}

export type ClientKind = 'wechat' | 'wecom' | 'douyin' | 'xiaohongshu' | 'alipay' | 'phone' | 'desktop' | 'unknown'

const utmNames = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content', 'utm_id']
const clickIdNames = [
  'gclid',
  'gbraid',
  'wbraid',
  'clickid',
  'adid',
  'creativeid',
  'creativetype',
  'qz_gdt',
  'gdt_vid',
  'click_id',
  'bd_vid',
  'callback_param',
  'track_id',
  'callback',
  'msclkid',
  'fbclid',
  'ttclid',
]
const maxValueLength = 2_000
const maxUrlLength = 4_000
/** Before names of hidden inputs, so that `callback` of an address can never be a field of that name. */
const hiddenPrefix = 'q_'

const clientPatterns: [ClientKind, RegExp][] = [
  ['wecom', /wxwork/i],
  ['wechat', /MicroMessenger/i],
  ['douyin', /aweme|BytedanceWebview/i],
  ['xiaohongshu', /xhsdiscover|discover\/\d/i],
  ['alipay', /AlipayClient/i],
  ['phone', /Mobile|Android|iPhone|iPad|HarmonyOS/i],
  ['desktop', /Windows NT|Macintosh|X11|CrOS/i],
]

/** `wechat`, `douyin`, `phone` … from the User-Agent; which product, never which person. */
export const clientKindOf = (userAgent: string | undefined): ClientKind =>
  clientPatterns.find(([, pattern]) => pattern.test((userAgent ?? '').slice(0, 1_000)))?.[0] ?? 'unknown'

const webAddress = (text: string | null | undefined): string | null =>
  text && text.length <= maxUrlLength && /^https?:\/\/[^\s]+$/i.test(text) ? text : null

const pick = (names: string[], parameters: URLSearchParams, prefix: string): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = parameters.get(prefix + name)
      return value && value.length <= maxValueLength ? [[name, value.replaceAll('\u0000', '')]] : []
    }),
  )

/** Hidden inputs for a page opened at `url`: what `readAttribution` reads back when the form is sent. */
export const hiddenInputsOf = (opened: { url: string; referrer?: string | undefined }): Record<string, string> => {
  const parameters = URL.canParse(opened.url) ? new URL(opened.url).searchParams : new URLSearchParams()
  const kept = {
    ...pick(utmNames, parameters, ''),
    ...pick(clickIdNames, parameters, ''),
    landing: webAddress(opened.url),
    referrer: webAddress(opened.referrer),
  }
  return Object.fromEntries(
    Object.entries(kept).flatMap(([name, value]) => (value === null ? [] : [[hiddenPrefix + name, value]])),
  )
}

/** From what was posted; what the address of the post itself says fills the gaps. */
export const readAttribution = (
  posted: URLSearchParams,
  query: URLSearchParams,
  userAgent: string | undefined,
): Attribution => ({
  utm: { ...pick(utmNames, query, ''), ...pick(utmNames, posted, hiddenPrefix) },
  clickIds: { ...pick(clickIdNames, query, ''), ...pick(clickIdNames, posted, hiddenPrefix) },
  landingUrl: webAddress(posted.get(`${hiddenPrefix}landing`)),
  referrer: webAddress(posted.get(`${hiddenPrefix}referrer`)),
  client: clientKindOf(userAgent),
})
