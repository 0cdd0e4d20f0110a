import type { App } from './app.ts'
import type { Http } from './http-server.ts'
import type { RequestContexts } from './request-context.ts'
import { boardRoutes } from './board-routes.ts'
import { configRoutes } from './config-routes.ts'
import { formRoutes } from './form-routes.ts'
import { healthRoutes } from './health-routes.ts'
import { leadRoutes } from './lead-routes.ts'
import { liveRoutes } from './live-routes.ts'
import { metaRoutes } from './meta-routes.ts'
import { recordRoutes } from './record-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { webRoutes } from './web-routes.ts'
import { webhookRoutes } from './webhook-routes.ts'

/** All routes of the server, a line for each resource. */
export const registerRoutes = async (http: Http, app: App, contexts: RequestContexts): Promise<void> => {
  healthRoutes(http, app)
  sessionRoutes(http, app, contexts)
  metaRoutes(http)
  recordRoutes(http, app)
  leadRoutes(http, app)
  configRoutes(http)
  boardRoutes(http)
  liveRoutes(http, app)
  formRoutes(http, app)
  await webhookRoutes(http, app)
  await webRoutes(http, app)
}
