import { findToday } from '../features/follow-ups/find-today.ts'
import type { Http } from './http.ts'

export const todayRoutes = (http: Http): void => {
  http.get('/api/v1/today', async (request) => findToday(await request.context()))
}
