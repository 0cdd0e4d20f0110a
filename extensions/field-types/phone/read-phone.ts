import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'

const caption = /^(?:tel|phone|mobile|电话|手机号?码?|联系电话|联系方式) ?[:：]? ?/i
/** 021-62345678-801, 62345678转801, ext. 801 … */
const dashedExtension = /^(\(?0\d{2,3}\)?[- ]?\d{7,8})-(\d{1,6})$/
const spokenExtension = / ?(?:转接?|分机号?|;ext=|,? ?ext\.?|x|#) ?[:：]? ?(\d{1,6})$/i
const writable = /^\+?[\d\s().[\]-]{5,32}$/
/** New prefixes are handed out faster than libraries are released, and a lost lead costs more than a wrong digit. */
const chineseMobile = /^\+861[3-9]\d{9}$/

/** A mobile number as people write it, in whatever groups: nothing about it is left to find out. */
const plainMobile = /^(\+86)?1[3-9]\d{9}$/

/** Spreadsheets turn a number into `13800138000.0`. */
const tidy = (text: string): string =>
  text
    .replace(caption, '')
    .replace(/[‐-―−]/gu, '-')
    .replace(/^\( ?(\+\d{1,4}) ?\)/, '$1 ')
    .replace(/^(\d{11})\.0$/, '$1')
    .replace(dashedExtension, '$1;ext=$2')

/** Any usual spelling → `+8613800138000` or `+862162345678;ext=801`; null when it is no number of that region or of the country it names. */
export function readPhone(text: string, region: string): string | null {
  if (text.length > 60 || !isSupportedCountry(region)) return null
  const whole = tidy(text)
  const extension = spokenExtension.exec(whole)?.[1]
  const body = extension === undefined ? whole : whole.replace(spokenExtension, '')
  if (!writable.test(body)) return null
  const digits = body.replace(/[\s().[\]-]/g, '')
  const mobile = plainMobile.exec(digits)
  if (mobile && (mobile[1] !== undefined || region === 'CN')) {
    const number = mobile[1] === undefined ? `+86${digits}` : digits
    return extension === undefined ? number : `${number};ext=${extension}`
  }
  const parsed = parsePhoneNumberFromString(body.replace(/[[\]]/g, ''), { defaultCountry: region, extract: false })
  if (!parsed || !(parsed.isValid() || chineseMobile.test(parsed.number))) return null
  return extension === undefined ? parsed.number : `${parsed.number};ext=${extension}`
}

/** True when a cell holds a list of numbers, which needs another sentence than a mistyped one. */
export function holdsSeveral(text: string, region: string): boolean {
  const parts = text
    .slice(0, 200)
    .split(/[/,;、|]|或| 和 /u)
    .filter((part) => part.trim() !== '')
  return parts.length > 1 && parts.every((part) => readPhone(part.trim(), region) !== null)
}
