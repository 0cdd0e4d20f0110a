import {
  AppError,
  boardCardSchema,
  CAMPUS_BOARD,
  labelSchema,
  MOST_CARDS,
  recordQuerySchema,
  type Board,
  type Expression,
} from '@jieli/core'
import { z } from 'zod'
import { newId } from '../../runtime/new-id.ts'
import { writeConfig } from '../config/change-config.ts'
import type { Context } from '../workspace/workspace.ts'
import { requireBoards } from './board-scope.ts'
import { getBoard, maySetUpShared, type ShownBoard } from './find-boards.ts'

/** Enough for anybody, few enough to choose from. */
const MOST_BOARDS = 30

/** Nested no deeper than any client's condition may be. */
const shallow = (condition: Expression | undefined): boolean => recordQuerySchema.shape.where.safeParse(condition).success

export const boardCardsSchema = z
  .array(boardCardSchema)
  .max(MOST_CARDS)
  .refine((cards) => cards.every((card) => card.kind === 'part' || shallow(card.where)))

/** What a person says of a board; whose it is, and its thresholds, are set elsewhere. */
export const boardContentSchema = z.strictObject({
  label: labelSchema.optional(),
  /** Null: the usual cards of the cockpit again. */
  cards: boardCardsSchema.nullable(),
  roles: z.array(z.string().max(100)).max(50).optional(),
})
export type BoardContent = z.output<typeof boardContentSchema>

export const boardChangeSchema = boardContentSchema.extend({
  /** The one that was read; 409 `config-conflict` if somebody has saved since. Without it the last word counts. */
  rev: z.int().optional(),
})
export type BoardChange = z.output<typeof boardChangeSchema>

export const newBoardSchema = boardContentSchema.extend({ label: labelSchema, isOwn: z.boolean() })
export type NewBoard = z.output<typeof newBoardSchema>

const write = async (context: Context, id: string, item: Board | null, rev?: number): Promise<void> => {
  const { db, config } = context.workspace
  const change = { kind: 'board' as const, id, item, ...(rev === undefined ? {} : { rev }) }
  // After a refusal too: who was too late reads next what it is now.
  await db.transaction((tx) => writeConfig(context, tx, [change])).finally(() => config.refresh())
}

const wanted = ({ label, cards, roles }: BoardContent): Pick<Board, 'label' | 'cards' | 'roles'> => ({
  ...(label ? { label } : {}),
  ...(cards ? { cards } : {}),
  ...(roles && roles.length > 0 ? { roles } : {}),
})

/** A board for oneself needs only that one sees boards: it shows nothing its owner may not see anyway. */
export const createBoard = async (context: Context, { isOwn, ...content }: NewBoard): Promise<ShownBoard> => {
  requireBoards(context)
  const { userId } = context.access
  if (isOwn ? userId === null : !maySetUpShared(context)) throw new AppError('forbidden')
  const beside = context.workspace.config.current
    .items('board')
    .filter(({ ownerId }) => (isOwn ? ownerId === userId : ownerId === undefined))
  if (beside.length >= MOST_BOARDS)
    throw new AppError('invalid-values', { issues: [{ path: 'label', code: 'too-many-items', params: { max: MOST_BOARDS } }] })
  const id = newId(context.now)
  await write(context, id, {
    id,
    ...(isOwn && userId !== null ? { ownerId: userId } : {}),
    ...wanted({ ...content, roles: isOwn ? [] : content.roles }),
  })
  return getBoard(context, id)
}

/** One that this person sees and may change. */
const toChange = (context: Context, id: string): Board => {
  if (!getBoard(context, id).mayEdit) throw new AppError('forbidden')
  return context.workspace.config.current.item('board', id) ?? { id }
}

/** What is not the editor's to say stays as it is; that nobody changes it in between, the revision it was read with sees to. */
export const changeBoard = async (context: Context, id: string, { rev, ...content }: BoardChange): Promise<ShownBoard> => {
  const { config } = context.workspace
  if (rev !== config.current.rev('board', id)) await config.refresh()
  const { ownerId, thresholds } = toChange(context, id)
  const item: Board = {
    id,
    ...(ownerId === undefined ? {} : { ownerId }),
    ...(thresholds ? { thresholds } : {}),
    ...wanted({ ...content, roles: ownerId === undefined ? content.roles : [] }),
  }
  await write(context, id, item, rev ?? config.current.rev('board', id))
  return getBoard(context, id)
}

/** The cockpit stays: it is everybody's first page. */
export const deleteBoard = async (context: Context, id: string): Promise<void> => {
  toChange(context, id)
  if (id === CAMPUS_BOARD) throw new AppError('forbidden')
  await write(context, id, null)
}
