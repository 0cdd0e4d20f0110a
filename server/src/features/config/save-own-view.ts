import { AppError, recordQuerySchema, viewSchema, type View } from '@jieli/core'
import { newId } from '../../runtime/new-id.ts'
import type { Context } from '../workspace/workspace.ts'
import { writeConfig } from './change-config.ts'

/** Enough for anybody, few enough to be sent with every reader's definitions. */
const MOST_VIEWS = 50

/** What a person says of a view; whose it is and its id are the server's to say. */
export const ownViewSchema = viewSchema.omit({ id: true, ownerId: true }).extend({ where: recordQuerySchema.shape.where })
export type OwnView = ReturnType<typeof ownViewSchema.parse>

const ownerOf = (context: Context): string => {
  if (context.access.userId === null) throw new AppError('forbidden')
  return context.access.userId
}

/** One's own view; that of another is not there, as in the list of views. */
const ownView = (context: Context, id: string): View => {
  const view = context.workspace.config.current.item('view', id)
  if (!view || view.ownerId !== ownerOf(context)) throw new AppError('not-found')
  return view
}

const requireKnown = (context: Context, object: string): void => {
  const info = context.workspace.config.current.objects.get(object)
  const rights = info && context.access.object(info)
  if (!rights || rights.read.length === 0) throw new AppError('unknown-object', { details: { object } })
}

const write = async (context: Context, id: string, item: View | null): Promise<void> => {
  await context.workspace.db.transaction((tx) => writeConfig(context, tx, [{ kind: 'view', id, item }]))
  await context.workspace.config.refresh()
}

/** A view for oneself needs no right to configure: it shows nothing its owner may not see anyway. */
export const createOwnView = async (context: Context, input: OwnView): Promise<View> => {
  const ownerId = ownerOf(context)
  requireKnown(context, input.object)
  const mine = context.workspace.config.current.items('view').filter((view) => view.ownerId === ownerId)
  if (mine.length >= MOST_VIEWS)
    throw new AppError('invalid-values', { issues: [{ path: 'label', code: 'too-many-items', params: { max: MOST_VIEWS } }] })
  const view = { ...input, id: newId(context.now), ownerId }
  await write(context, view.id, view)
  return view
}

export const changeOwnView = async (context: Context, id: string, input: OwnView): Promise<View> => {
  const { ownerId } = ownView(context, id)
  requireKnown(context, input.object)
  const view = { ...input, id, ownerId }
  await write(context, id, view)
  return view
}

export const deleteOwnView = async (context: Context, id: string): Promise<void> => {
  ownView(context, id)
  await write(context, id, null)
}
