import type { Locale } from '@jieli/core'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

const chineseMobile = /^\+86(1[3-9]\d)(\d{4})(\d{4})$/

function formatNumber(number: string, region: string): string {
  // Nearly every number of a file is one of these, and the library takes fifty times as long to say the same.
  if (region === 'CN' && chineseMobile.test(number)) return number.replace(chineseMobile, '$1 $2 $3')
  const parsed = parsePhoneNumberFromString(number)
  if (!parsed) return number
  if (parsed.country !== region) return parsed.formatInternational()
  return chineseMobile.test(number) ? number.replace(chineseMobile, '$1 $2 $3') : parsed.formatNational()
}

/** As it is read aloud at home: `138 0013 8000`, `021 6234 5678 转 801`; numbers of other countries with their code. */
export function formatPhone(value: string, { region, locale }: { region: string; locale: Locale }): string {
  const [number = '', extension] = value.split(';ext=')
  const shown = formatNumber(number, region)
  return extension === undefined ? shown : `${shown} ${locale === 'en' ? 'ext.' : '转'} ${extension}`
}
