/** The CSS variable of category n (1–8, as given to an option). Others share the eighth: there is no ninth colour. */
export const categoryColour = (n: number | undefined): string => `var(--jl-c${n && n >= 1 && n <= 8 ? n : 8})`

/** A stable colour for a name, so that a person looks the same everywhere. */
export const colourOfName = (name: string): string =>
  categoryColour(([...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 8_191, 7) % 8) + 1)
