import {
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  closestCenter,
  TouchSensor,
  useSensor,
  useSensors,
  type CollisionDetection,
  type DndContextProps,
  type Over,
  type Active,
} from '@dnd-kit/core'
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable'
import { boardEditorMessages } from '../../../i18n/messages/board-editor-messages.ts'
import { useText } from '../../../i18n/use-text.ts'

/** By pointer the card under it, so that a narrow card does not jump over a wide one; by keyboard the nearest. */
const cardUnder: CollisionDetection = (args) => {
  const under = pointerWithin(args)
  return under.length > 0 || args.pointerCoordinates ? under : closestCenter(args)
}

const titleOf = (one: Active | Over | null): string => String(one?.data.current?.['title'] ?? '')

/** Cards arranged by mouse, finger or keyboard, each step told to screen readers. */
export const useCardDrag = (onMove: (id: string, over: string) => void): DndContextProps => {
  const text = useText(boardEditorMessages)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 150, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  return {
    sensors,
    collisionDetection: cardUnder,
    onDragEnd: ({ active, over }) => {
      if (over && over.id !== active.id) onMove(String(active.id), String(over.id))
    },
    accessibility: {
      screenReaderInstructions: { draggable: text('dragHelp') },
      announcements: {
        onDragStart: ({ active }) => text('lifted', { title: titleOf(active) }),
        onDragOver: ({ active, over }) => (over ? text('over', { title: titleOf(active), other: titleOf(over) }) : undefined),
        onDragEnd: ({ active, over }) =>
          over ? text('dropped', { title: titleOf(active), other: titleOf(over) }) : text('cancelled'),
        onDragCancel: () => text('cancelled'),
      },
    },
  }
}
