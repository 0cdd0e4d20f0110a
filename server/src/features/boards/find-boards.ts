import { AppError, CAMPUS_BOARD, cardsOf, usualThresholds, type Board, type BoardCard, type Label } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { requireBoards } from './board-scope.ts'

/** A board as a reader opens it. */
export interface ShownBoard {
  id: string
  label?: Label
  /** Only this reader sees it. */
  isOwn: boolean
  mayEdit: boolean
  /** What a change of it names as read; 0: nobody has changed anything about it yet. */
  rev: number
  /** The cards are the usual ones, and there is nothing to put back. */
  isUsual: boolean
  roles: string[]
  cards: readonly BoardCard[]
}

const rolesOf = (context: Context): readonly string[] =>
  context.workspace.directory.current.users.get(context.access.userId ?? '')?.roleIds ?? []

/** Who sets up what everybody sees. */
export const maySetUpShared = ({ access }: Context): boolean =>
  access.abilities.has('configure') || access.abilities.has('edit-boards')

/** Whether this person sees the board; who may change it sees it whatever its roles, or nobody could give it back. */
const mayOpen = (context: Context, { ownerId, roles = [] }: Board): boolean => {
  if (ownerId !== undefined) return ownerId === context.access.userId
  if (roles.length === 0 || maySetUpShared(context)) return true
  const mine = rolesOf(context)
  return roles.some((role) => mine.includes(role))
}

const cockpit: Board = { id: CAMPUS_BOARD, thresholds: usualThresholds }

const shown = (context: Context, board: Board): ShownBoard => ({
  id: board.id,
  ...(board.label ? { label: board.label } : {}),
  isOwn: board.ownerId !== undefined,
  mayEdit: board.ownerId !== undefined || maySetUpShared(context),
  rev: context.workspace.config.current.rev('board', board.id),
  isUsual: board.cards === undefined,
  roles: board.roles ?? [],
  cards: cardsOf(board),
})

/** The boards that this person sees: the cockpit first, then the shared ones, then one's own. */
export const findBoards = (context: Context): ShownBoard[] => {
  requireBoards(context)
  const stored = context.workspace.config.current.items('board')
  const boards = stored.some(({ id }) => id === CAMPUS_BOARD) ? stored : [cockpit, ...stored]
  const rank = (board: Board): number => (board.id === CAMPUS_BOARD ? 0 : board.ownerId === undefined ? 1 : 2)
  return boards
    .filter((board) => mayOpen(context, board))
    .toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
    .map((board) => shown(context, board))
}

/** One board, or the one answer for those that are not there and those of others. */
export const getBoard = (context: Context, id: string): ShownBoard => {
  requireBoards(context)
  const board = context.workspace.config.current.item('board', id) ?? (id === CAMPUS_BOARD ? cockpit : undefined)
  if (!board || !mayOpen(context, board)) throw new AppError('not-found')
  return shown(context, board)
}
