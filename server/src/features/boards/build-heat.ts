import type { Value } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { rounded } from './board-figure.ts'
import { heatHours } from './board-rules.ts'
import { figureIn, numberIn } from './board-scope.ts'

type Row = Record<string, Value>

export interface HeatRow {
  /** Empty: leads that belong to no campus. */
  campusId: string
  campusName: string
  cells: { hour: number; count: number; medianMinutes: number | null }[]
  /** All leads of the range, those of the night included. */
  total: number
  /** Part of the leads that fell due in the range which were followed up in time; null: none fell due. */
  followRate: number | null
}

/** Campuses that had leads, those with something wrong first, else in the company's own order. */
export const buildHeat = (
  context: Context,
  rows: { hours: readonly Row[]; campuses: readonly Row[] },
  abnormal: readonly string[],
): { hours: number[]; rows: HeatRow[] } => {
  const cells = new Map(rows.hours.map((row) => [`${String(row['campus'] ?? '')} ${Number(row['hour'])}`, row]))
  const names = context.workspace.directory.current.campusNames
  const order = [...abnormal, ...names.keys()]
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length)
  const heat = rows.campuses.map((row): HeatRow => {
    const campusId = String(row['campus'] ?? '')
    return {
      campusId,
      campusName: campusId === '' ? '未分校区' : (names.get(campusId) ?? ''),
      cells: heatHours.map((hour) => {
        const cell = cells.get(`${campusId} ${hour}`)
        return { hour, count: numberIn(cell, 'leads'), medianMinutes: rounded(figureIn(cell, 'median'), 0) }
      }),
      total: numberIn(row, 'leads'),
      followRate: rounded(figureIn(row, 'rate'), 4),
    }
  })
  return {
    hours: heatHours,
    rows: heat.filter((row) => row.total > 0).toSorted((a, b) => place(a.campusId) - place(b.campusId)),
  }
}
