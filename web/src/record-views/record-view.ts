import type { ComponentType, LazyExoticComponent } from 'react'
import { lazy } from 'react'
import { CalendarDays, ChartNoAxesGantt, Images, List, SquareKanban, type LucideIcon } from 'lucide-react'
import type { Expression, View, ViewKind } from '@jieli/core'
import { webFaceOf } from '@jieli/extensions/field-types/web'
import { optionsOf } from '../data/meta.ts'
import type { FieldMeta, ObjectMeta } from '../data/meta-shapes.ts'
import { fieldTypeOf } from '../parts/condition-builder/condition-fields.ts'

/** What every way of showing records gets. */
export interface RecordViewProps {
  object: ObjectMeta
  view: View
  /** What is asked for beyond the view: filters of this moment, words in the search box. */
  query: { where?: Expression; search?: string }
  openId: string | null
  onOpen(id: string): void
}

/** A member of a view that names a field, and which fields will do. */
export interface ViewFieldSlot {
  member: 'groupBy' | 'startField' | 'endField' | 'coverField'
  isRequired: boolean
  accepts(field: FieldMeta): boolean
}

export interface RecordViewKind {
  icon: LucideIcon
  slots: readonly ViewFieldSlot[]
  /** Absent: the page's own table. */
  Face?: LazyExoticComponent<ComponentType<RecordViewProps>>
}

const isMoment = ({ type }: FieldMeta): boolean => ['date', 'instant'].includes(fieldTypeOf(type)?.valueType ?? '')
const isOneChoice = (field: FieldMeta): boolean => optionsOf(field).length > 0 && fieldTypeOf(field.type)?.valueType === 'text'
const holdsPictures = ({ type }: FieldMeta): boolean => webFaceOf(type).pictureOf !== undefined

/** The ways to look at records. A new one is a folder here and a line. */
export const recordViews: Record<ViewKind, RecordViewKind> = {
  list: { icon: List, slots: [] },
  kanban: {
    icon: SquareKanban,
    slots: [{ member: 'groupBy', isRequired: true, accepts: isOneChoice }],
    Face: lazy(async () => ({ default: (await import('./kanban/kanban-view.tsx')).KanbanView })),
  },
  calendar: {
    icon: CalendarDays,
    slots: [
      { member: 'startField', isRequired: true, accepts: isMoment },
      { member: 'endField', isRequired: false, accepts: isMoment },
    ],
    Face: lazy(async () => ({ default: (await import('./calendar/calendar-view.tsx')).CalendarView })),
  },
  gallery: {
    icon: Images,
    slots: [{ member: 'coverField', isRequired: false, accepts: holdsPictures }],
    Face: lazy(async () => ({ default: (await import('./gallery/gallery-view.tsx')).GalleryView })),
  },
  gantt: {
    icon: ChartNoAxesGantt,
    slots: [
      { member: 'startField', isRequired: true, accepts: isMoment },
      { member: 'endField', isRequired: true, accepts: isMoment },
    ],
    Face: lazy(async () => ({ default: (await import('./gantt/gantt-view.tsx')).GanttView })),
  },
}
