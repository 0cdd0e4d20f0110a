import { areaList } from '@vant/area-data'

const { province_list: provinces, city_list: cities, county_list: counties } = areaList

/** Levels that stand in the table for form's sake: 省直辖县 and the 县 of 重庆 are no places. */
const isPlaceholder = (name: string): boolean => name === '县' || name.endsWith('直辖县') || name.endsWith('直辖县级行政区划')

const provinceOf = (code: string): string => provinces[`${code.slice(0, 2)}0000`] ?? ''
const cityOf = (code: string): string => cities[`${code.slice(0, 4)}00`] ?? ''

/** A municipality is its own city; the province's code stands for both, so that one place has one code. */
const isPlace = ([code, name]: [string, string]): boolean => !isPlaceholder(name) && !(code.endsWith('00') && !code.endsWith('0000') && name === provinceOf(code))

const places = [...Object.entries(provinces), ...Object.entries(cities), ...Object.entries(counties)].filter(isPlace)
const nameByCode = new Map(places)

/** From the top down, without repetition: `330106` → 浙江省, 杭州市, 西湖区. An unknown code stands for itself. */
export function regionNames(code: string): string[] {
  const own = nameByCode.get(code)
  if (own === undefined) return [code]
  const above = [provinceOf(code), code.endsWith('0000') ? '' : cityOf(code)].filter((name) => name !== '' && !isPlaceholder(name))
  return [...new Set([...above, own])]
}

const fold = (text: string): string => text.replace(/[\s/,，、>·|-]+/gu, '')
const shortOf = (name: string): string => name.replace(/(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|省|市|地区)$/u, '')
/** 朝阳 alone could be anything; after 北京 it is a district. */
const shortDistrictOf = (name: string): string => (name.length > 2 ? name.replace(/[区县市旗]$/u, '') : name)
const formsOf = (name: string): string[] => [...new Set([name, shortOf(name), ''])]

/** Everything that may stand before the name of the place: `浙江省杭州市`, `浙江杭州`, `杭州市`, nothing … */
const prefixesOf = (code: string): string[] =>
  formsOf(provinceOf(code)).flatMap((province) => (code.endsWith('00') ? [province] : formsOf(cityOf(code)).map((city) => province + city)))

const endsAs = (text: string, own: string, code: string): boolean => {
  if (!text.endsWith(own)) return false
  const before = text.slice(0, -own.length)
  return before === '' || (!code.endsWith('0000') && prefixesOf(code).includes(before))
}

/** 2: written in full; 1: shortened, which only counts when no place is written so in full; 0: not this place. */
function fitOf(text: string, code: string, name: string): number {
  if (endsAs(text, name, code)) return 2
  if (code.endsWith('00')) return endsAs(text, shortOf(name), code) ? 1 : 0
  const short = shortDistrictOf(name)
  return text !== short && endsAs(text, short, code) ? 1 : 0
}

/** Codes of the places a text may mean: a code, `浙江省杭州市西湖区`, `浙江/杭州/西湖区`, `上海徐汇区`, `徐汇区`. */
export function findRegions(text: string): string[] {
  if (nameByCode.has(text)) return [text]
  const folded = fold(text)
  if (folded.length < 2 || folded.length > 60) return []
  const fits = places.map(([code, name]) => ({ code, fit: fitOf(folded, code, name) }))
  const best = Math.max(...fits.map(({ fit }) => fit))
  return best === 0 ? [] : fits.filter(({ fit }) => fit === best).map(({ code }) => code)
}
