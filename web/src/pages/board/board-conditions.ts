import { call, field, literal, type Expression } from '@jieli/core'
import type { CampusBoard, RecordsBehind } from '../../data/board.ts'

type Range = CampusBoard['range']

const leadsWhere = (range: Range, campusId: string | undefined, ...more: Expression[]): RecordsBehind => ({
  object: 'lead',
  where: call(
    'and',
    call('atLeast', field('createdAt'), literal(range.from)),
    call('atMost', field('createdAt'), literal(range.to)),
    ...(campusId === undefined
      ? []
      : [campusId === '' ? call('isEmpty', field('campus')) : call('equals', field('campus'), literal(campusId))]),
    ...more,
  ),
})

/** Exactly the leads that were counted: the figures beside which these stand are grouped by the same keys. */
export const leadsOfCampus = (range: Range, campusId: string | undefined): RecordsBehind => leadsWhere(range, campusId)

export const leadsOfHour = (range: Range, campusId: string, hour: number): RecordsBehind =>
  leadsWhere(
    range,
    campusId,
    call('atLeast', call('hourOf', field('createdAt')), literal(hour)),
    call('lessThan', call('hourOf', field('createdAt')), literal(hour + 1)),
  )

export const leadsOfSource = (range: Range, campusId: string | undefined, source: string): RecordsBehind =>
  leadsWhere(
    range,
    campusId,
    source === '' ? call('isEmpty', field('source')) : call('equals', field('source'), literal(source)),
  )

export const leadsOfOwner = (range: Range, campusId: string | undefined, owner: string): RecordsBehind =>
  leadsWhere(range, campusId, call('equals', field('owner'), literal(owner)))
