type Rgb = readonly [number, number, number]

const white: Rgb = [255, 255, 255]
const black: Rgb = [0, 0, 0]
/** The cards of the light and dark page: `--s` of the tokens. */
const darkSurface: Rgb = [23, 25, 30]

const readHex = (hex: string): Rgb => {
  const at = (index: number): number => Number.parseInt(hex.slice(index, index + 2), 16)
  return [at(1), at(3), at(5)]
}
const writeHex = (colour: Rgb): string => `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

const mix = ([r, g, b]: Rgb, [x, y, z]: Rgb, share: number): Rgb => [
  r + (x - r) * share,
  g + (y - g) * share,
  b + (z - b) * share,
]

const luminance = (colour: Rgb): number => {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/**
 * How well two colours can be told apart, as WCAG 2 counts it: 1 to 21.
 *
 * @example contrast('#000000', '#ffffff') // 21
 */
export const contrast = (a: string, b: string): number => contrastOf(readHex(a), readHex(b))

const contrastOf = (a: Rgb, b: Rgb): number => {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Text is readable from here on. */
const READABLE = 4.5

/** The colour moved towards another, no further than until it can be read on the ground. */
const readableOn = (colour: Rgb, ground: Rgb, towards: Rgb): Rgb => {
  for (let share = 0; share < 1; share += 0.05) {
    const moved = mix(colour, towards, share)
    if (contrastOf(moved, ground) >= READABLE + 0.1) return moved
  }
  return towards
}

/**
 * The rules that give a public page a company's own colour, light and dark. Whatever colour was chosen, the button's white
 * words and the coloured words stay readable: a pale yellow becomes a deep one. Nothing for a page without its own colour.
 */
export const accentStyle = (accent: string | undefined): string => {
  if (accent === undefined) return ''
  const chosen = readHex(accent)
  const strong = readableOn(chosen, white, black)
  const button = `--a:${writeHex(strong)};--aa:${writeHex(mix(strong, black, 0.2))}`
  const light = `${button};--ab:${writeHex(mix(strong, white, 0.92))};--at:${writeHex(readableOn(strong, mix(strong, white, 0.92), black))}`
  const tint = mix(darkSurface, strong, 0.2)
  const dark = `${button};--ab:${writeHex(tint)};--at:${writeHex(readableOn(strong, tint, white))}`
  return `:root{${light}}@media(prefers-color-scheme:dark){:root{${dark}}}`
}
