import { z } from 'zod'
import { findCards } from '../features/boards/cards/find-cards.ts'
import { findBoards, getBoard } from '../features/boards/find-boards.ts'
import { findCampusBoard } from '../features/boards/find-campus-board.ts'
import {
  boardCardsSchema,
  boardChangeSchema,
  changeBoard,
  createBoard,
  deleteBoard,
  newBoardSchema,
} from '../features/boards/save-board.ts'
import { getSubscription, subscribe, subscriptionSchema, unsubscribe } from '../features/boards/subscriptions/subscriptions.ts'
import type { Http } from './http.ts'
import { localeOf } from './problem.ts'

const boardQuery = z.object({ range: z.enum(['today', 'week', 'month']).default('week'), campus: z.uuid().optional() })
const ofBoard = z.object({ id: z.string().min(1).max(100) })

const choiceOf = ({ range, campus }: z.output<typeof boardQuery>) => ({
  range,
  ...(campus === undefined ? {} : { campusId: campus }),
})

/** 订阅: each person's own, of a board. */
const subscriptionRoutes = (http: Http): void => {
  http.get('/api/v1/boards/:id/subscription', { schema: { params: ofBoard } }, async (request) => ({
    subscription: await getSubscription(await request.context(), request.params.id),
  }))

  http.put('/api/v1/boards/:id/subscription', { schema: { params: ofBoard, body: subscriptionSchema } }, async (request) => {
    const context = await request.context()
    await subscribe(context, request.params.id, request.body, localeOf(request))
    return { subscription: await getSubscription(context, request.params.id) }
  })

  http.delete('/api/v1/boards/:id/subscription', { schema: { params: ofBoard } }, async (request, reply) => {
    await unsubscribe(await request.context(), request.params.id)
    return reply.code(204).send()
  })
}

/** Boards: the cockpit's figures, and what people put beside them. */
export const boardRoutes = (http: Http): void => {
  subscriptionRoutes(http)
  http.get('/api/v1/boards/campus', { schema: { querystring: boardQuery } }, async (request) =>
    findCampusBoard(await request.context(), choiceOf(request.query)),
  )

  http.get('/api/v1/boards', async (request) => ({ boards: findBoards(await request.context()) }))

  http.post('/api/v1/boards', { schema: { body: newBoardSchema } }, async (request, reply) =>
    reply.code(201).send({ board: await createBoard(await request.context(), request.body) }),
  )

  http.put('/api/v1/boards/:id', { schema: { params: ofBoard, body: boardChangeSchema } }, async (request) => ({
    board: await changeBoard(await request.context(), request.params.id, request.body),
  }))

  http.delete('/api/v1/boards/:id', { schema: { params: ofBoard } }, async (request, reply) => {
    await deleteBoard(await request.context(), request.params.id)
    return reply.code(204).send()
  })

  http.get('/api/v1/boards/:id/cards', { schema: { params: ofBoard, querystring: boardQuery } }, async (request) => {
    const context = await request.context()
    return findCards(context, getBoard(context, request.params.id).cards, choiceOf(request.query))
  })

  // The same for cards that somebody is just making.
  http.post(
    '/api/v1/boards/cards',
    { schema: { body: z.object({ cards: boardCardsSchema }), querystring: boardQuery } },
    async (request) => findCards(await request.context(), request.body.cards, choiceOf(request.query)),
  )
}
