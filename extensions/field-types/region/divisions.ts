import { areaList } from '@vant/area-data'

const { province_list: provinces, city_list: cities, county_list: counties } = areaList

/** Levels that stand in the table for form's sake: 省直辖县 and the 县 of 重庆 are no places. */
const isPlaceholder = (name: string): boolean => name === '县' || name.endsWith('直辖县') || name.endsWith('直辖县级行政区划')

const provinceOf = (code: string): string => provinces[`${code.slice(0, 2)}0000`] ?? ''
const cityOf = (code: string): string => cities[`${code.slice(0, 4)}00`] ?? ''

/** A municipality is its own city; the province's code stands for both, so that one place has one code. */
const isPlace = ([code, name]: [string, string]): boolean =>
  !isPlaceholder(name) && !(code.endsWith('00') && !code.endsWith('0000') && name === provinceOf(code))

const places = [...Object.entries(provinces), ...Object.entries(cities), ...Object.entries(counties)].filter(isPlace)
const nameByCode = new Map(places)

/** From the top down, without repetition: `330106` → 浙江省, 杭州市, 西湖区. An unknown code stands for itself. */
export function regionNames(code: string): string[] {
  const own = nameByCode.get(code)
  if (own === undefined) return [code]
  const above = [provinceOf(code), code.endsWith('0000') ? '' : cityOf(code)].filter(
    (name) => name !== '' && !isPlaceholder(name),
  )
  return [...new Set([...above, own])]
}

const fold = (text: string): string => text.replace(/[\s/,，、>·|-]+/gu, '')
const shortOf = (name: string): string => name.replace(/(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|省|市|地区)$/u, '')
/** 朝阳 alone could be anything; after 北京 it is a district. */
const shortDistrictOf = (name: string): string => (name.length > 2 ? name.replace(/[区县市旗]$/u, '') : name)
const formsOf = (name: string): string[] => [...new Set([name, shortOf(name), ''])]

/** Everything that may stand before the name of the place: `浙江省杭州市`, `浙江杭州`, `杭州市`, nothing … */
const prefixesOf = (code: string): string[] =>
  formsOf(provinceOf(code)).flatMap((province) =>
    code.endsWith('00') ? [province] : formsOf(cityOf(code)).map((city) => province + city),
  )

interface NamedPlace {
  code: string
  /** 2: the full name; 1: shortened, which only counts when no place is written so in full. */
  fit: 1 | 2
  /** Too short to stand alone. */
  needsPrefix: boolean
}

function namesOf([code, name]: [string, string]): [string, NamedPlace][] {
  const isDistrict = !code.endsWith('00')
  const short = isDistrict ? shortDistrictOf(name) : shortOf(name)
  const full: [string, NamedPlace] = [name, { code, fit: 2, needsPrefix: false }]
  return short === name ? [full] : [full, [short, { code, fit: 1, needsPrefix: isDistrict }]]
}

function indexPlaces(): Map<string, NamedPlace[]> {
  const index = new Map<string, NamedPlace[]>()
  for (const [name, place] of places.flatMap(namesOf)) index.set(name, [...(index.get(name) ?? []), place])
  return index
}

/** Made when first asked for: most processes never read a region. */
let placesByName: Map<string, NamedPlace[]> | undefined

function placesNamed(name: string): NamedPlace[] {
  placesByName ??= indexPlaces()
  return placesByName.get(name) ?? []
}

const fitsAfter = (before: string, { code, needsPrefix }: NamedPlace): boolean =>
  before === '' ? !needsPrefix : !code.endsWith('0000') && prefixesOf(code).includes(before)

/** Codes of the places a text may mean: a code, `浙江省杭州市西湖区`, `浙江/杭州/西湖区`, `上海徐汇区`, `徐汇区`. */
export function findRegions(text: string): string[] {
  if (nameByCode.has(text)) return [text]
  const folded = fold(text)
  if (folded.length < 2 || folded.length > 60) return []
  const starts = Array.from({ length: folded.length }, (_, start) => start)
  const fits = starts.flatMap((start) =>
    placesNamed(folded.slice(start)).filter((place) => fitsAfter(folded.slice(0, start), place)),
  )
  const best = Math.max(0, ...fits.map(({ fit }) => fit))
  return [...new Set(fits.filter(({ fit }) => fit === best).map(({ code }) => code))]
}
