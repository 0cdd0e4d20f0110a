/**
 * Where a fill of a column stands in its table: a stretch of pages, of which each wave fills a part of every page's rows.
 *
 * A change of a row writes a new version of it. Where its page has room the version stays there, and no index is touched;
 * where there is none it goes elsewhere, with an entry in every index of the table. Pages are full as a rule. So the first
 * wave moves a few rows out of each, the room they leave serves the second, whose rows' old versions leave room for the
 * third: of eight rows one costs index entries, not all.
 */
export interface Wave {
  /** The first page of the stretch. */
  first: number
  pages: number
  /** Rows are taken by their place in the page, every `WAVES`th of them, from this one. */
  wave: number
  /** The longest that a wave over this stretch has taken. */
  slowestMs: number
}

export const WAVES = 8
/** A wave holds the locks of its rows, and the processor, for about this long. */
const WAVE_MS = 40
const PAGES = { first: 64, least: 64, most: 256 }

export const firstWave: Wave = { first: 0, pages: PAGES.first, wave: 0, slowestMs: 0 }

/** What comes after a wave that took so long: the next over the same pages, or the next stretch, sized by what this one took. */
export const nextWave = ({ first, pages, wave, slowestMs }: Wave, tookMs: number): Wave => {
  const slowest = Math.max(slowestMs, tookMs)
  if (wave < WAVES - 1) return { first, pages, wave: wave + 1, slowestMs: slowest }
  const fitting = Math.round(pages * Math.min(2, WAVE_MS / slowest))
  return { first: first + pages, pages: Math.min(PAGES.most, Math.max(PAGES.least, fitting)), wave: 0, slowestMs: 0 }
}
