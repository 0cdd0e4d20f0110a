import type { App } from './app.ts'
import type { Http } from './http.ts'
import type { RequestContexts } from './request-context.ts'
import { boardRoutes } from './board-routes.ts'
import { configHistoryRoutes } from './config-history-routes.ts'
import { configRoutes } from './config-routes.ts'
import { fieldLifeRoutes } from './field-life-routes.ts'
import { fileRoutes } from './file-routes.ts'
import { followUpRoutes } from './follow-up-routes.ts'
import { exportRoutes } from './export-routes.ts'
import { formRoutes } from './forms/form-routes.ts'
import { handoverRoutes } from './handover-routes.ts'
import { healthRoutes } from './health-routes.ts'
import { importRoutes } from './import-routes.ts'
import { jobRoutes } from './job-routes.ts'
import { leadRoutes } from './lead-routes.ts'
import { keyRoutes } from './key-routes.ts'
import { liveRoutes } from './live-routes.ts'
import { metaRoutes } from './meta-routes.ts'
import { noticeRoutes } from './notice-routes.ts'
import { openApiRoutes } from './openapi-routes.ts'
import { recordReadRoutes } from './record-read-routes.ts'
import { recordWriteRoutes } from './record-write-routes.ts'
import { rightsRoutes } from './rights-routes.ts'
import { shareRoutes } from './share-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { templateRoutes } from './template-routes.ts'
import { timelineRoutes } from './timeline-routes.ts'
import { todayRoutes } from './today-routes.ts'
import { trialRoutes } from './trial-routes.ts'
import { userRoutes } from './user-routes.ts'
import { sourceRoutes } from './source-routes.ts'
import { outgoingRoutes } from './outgoing-routes.ts'
import { viewRoutes } from './view-routes.ts'
import { webRoutes } from './web-routes.ts'
import { webhookRoutes } from './webhook-routes.ts'

/** All routes of the server, a line for each resource. */
export const registerRoutes = async (http: Http, app: App, contexts: RequestContexts): Promise<void> => {
  healthRoutes(http, app)
  openApiRoutes(http)
  sessionRoutes(http, app, contexts)
  userRoutes(http)
  handoverRoutes(http)
  keyRoutes(http)
  metaRoutes(http)
  fieldLifeRoutes(http)
  recordReadRoutes(http)
  recordWriteRoutes(http, app)
  timelineRoutes(http)
  shareRoutes(http)
  rightsRoutes(http, app)
  leadRoutes(http, app)
  followUpRoutes(http)
  todayRoutes(http)
  noticeRoutes(http)
  fileRoutes(http)
  configRoutes(http)
  configHistoryRoutes(http)
  templateRoutes(http)
  viewRoutes(http)
  boardRoutes(http)
  sourceRoutes(http)
  trialRoutes(http)
  liveRoutes(http, app)
  outgoingRoutes(http)
  importRoutes(http)
  jobRoutes(http)
  exportRoutes(http)
  formRoutes(http, app)
  await webhookRoutes(http, app)
  await webRoutes(http, app)
}
