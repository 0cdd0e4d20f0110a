import { z } from 'zod'
import { findCampusBoard } from '../features/boards/find-campus-board.ts'
import type { Http } from './http.ts'

const boardQuery = z.object({ range: z.enum(['today', 'week', 'month']).default('week'), campus: z.uuid().optional() })

export const boardRoutes = (http: Http): void => {
  http.get('/api/v1/boards/campus', { schema: { querystring: boardQuery } }, async (request) => {
    const { range, campus } = request.query
    return findCampusBoard(await request.context(), { range, ...(campus === undefined ? {} : { campusId: campus }) })
  })
}
