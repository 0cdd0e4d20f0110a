/** The units of time as formulas name them. */
export const timeUnits = ['year', 'month', 'week', 'day', 'hour', 'minute'] as const
export type TimeUnit = (typeof timeUnits)[number]

const spellings: Record<TimeUnit, readonly string[]> = {
  year: ['年', 'year', 'years', 'Y'],
  month: ['月', '个月', 'month', 'months', 'M'],
  week: ['周', '星期', 'week', 'weeks', 'W'],
  day: ['天', '日', 'day', 'days', 'D'],
  hour: ['小时', '时', 'hour', 'hours', 'H'],
  minute: ['分钟', '分', 'minute', 'minutes'],
}

/** The unit a word names; null for any other word. */
export const unitOf = (word: unknown): TimeUnit | null =>
  timeUnits.find((unit) => spellings[unit].some((each) => each === word)) ?? null

/** A choice by the unit that a text names; absent for any other text. */
export const byUnitSql = (word: string, branches: Partial<Record<TimeUnit, string>>): string => {
  const whens = timeUnits.flatMap((unit) => {
    const branch = branches[unit]
    return branch === undefined
      ? []
      : `WHEN ${word} IN (${spellings[unit].map((each) => `'${each}'`).join(', ')}) THEN ${branch}`
  })
  return `CASE ${whens.join(' ')} END`
}
