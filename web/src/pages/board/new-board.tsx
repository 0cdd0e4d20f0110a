import { useCreateBoard } from '../../data/boards.ts'
import { useCan } from '../../data/session.ts'
import { showFailure } from '../../parts/toast/toast-store.ts'
import { BoardDialog, type AboutBoard } from './edit/board-dialog.tsx'

/** 新建看板: its name and who sees it; the cards come after. */
export function NewBoard({ onClose, onMade }: { onClose(): void; onMade(boardId: string): void }) {
  const can = useCan()
  const create = useCreateBoard()
  const make = ({ label, isOwn, roles }: AboutBoard): void =>
    create.mutate({ label, isOwn, roles, cards: [] }, { onError: showFailure, onSuccess: ({ board }) => onMade(board.id) })
  return (
    <BoardDialog
      about={undefined}
      mayShare={can('edit-boards') || can('configure')}
      isBusy={create.isPending}
      onClose={onClose}
      onDone={make}
    />
  )
}
