import { useState } from 'react'
import {
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  rectIntersection,
  TouchSensor,
  useSensor,
  useSensors,
  type CollisionDetection,
  type DndContextProps,
  type DragEndEvent,
  type KeyboardCoordinateGetter,
} from '@dnd-kit/core'
import type { CrmRecord } from '@jieli/core'
import { kanbanMessages } from '../../i18n/messages/kanban-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { nextColumn } from './next-column.ts'

/** By pointer the column under it; by keyboard, where there is no pointer, the column the card lies on. */
const columnUnder: CollisionDetection = (args) => {
  const under = pointerWithin(args)
  return under.length > 0 ? under : rectIntersection(args)
}

const byColumn: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const next = nextColumn(event.code, currentCoordinates, [...context.droppableRects.values()])
  if (next) event.preventDefault()
  return next ?? undefined
}

type Dragged = Pick<DragEndEvent, 'active'>
const recordOf = ({ active }: Dragged): CrmRecord | undefined => active.data.current?.['record'] as CrmRecord | undefined

interface ColumnDrag {
  nameOf(record: CrmRecord): string
  columnName(id: unknown): string
  onDrop(record: CrmRecord, column: string): void
}

/** Cards moved between columns by mouse, finger or keyboard, and told to screen readers; cards carry their `record` as data. */
export const useColumnDrag = ({
  nameOf,
  columnName,
  onDrop,
}: ColumnDrag): { held: CrmRecord | null; context: DndContextProps } => {
  const text = useText(kanbanMessages)
  const [held, setHeld] = useState<CrmRecord | null>(null)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: byColumn }),
  )
  const name = (event: Dragged): string => {
    const record = recordOf(event)
    return record ? nameOf(record) : ''
  }
  return {
    held,
    context: {
      sensors,
      collisionDetection: columnUnder,
      onDragStart: (event) => setHeld(recordOf(event) ?? null),
      onDragCancel: () => setHeld(null),
      onDragEnd: (event) => {
        setHeld(null)
        const record = recordOf(event)
        if (record && typeof event.over?.id === 'string') onDrop(record, event.over.id)
      },
      accessibility: {
        screenReaderInstructions: { draggable: text('dragHelp') },
        announcements: {
          onDragStart: (event) => text('lifted', { name: name(event) }),
          onDragOver: (event) =>
            event.over ? text('over', { name: name(event), stage: columnName(event.over.id) }) : undefined,
          onDragEnd: (event) =>
            event.over ? text('dropped', { name: name(event), stage: columnName(event.over.id) }) : text('cancelled'),
          onDragCancel: () => text('cancelled'),
        },
      },
    },
  }
}
