import { z } from 'zod'
import { findTemplates } from '../features/templates/find-templates.ts'
import { installTemplate, previewRemoval, previewTemplate, removeTemplate } from '../features/templates/install-template.ts'
import { presentPlan } from './config-history-routes.ts'
import type { Http } from './http.ts'
import { localeOf } from './problem.ts'

const ofTemplate = z.object({ name: z.string().max(60) })

/** Industry templates: what there is, what each would do, install and remove. */
export const templateRoutes = (http: Http): void => {
  http.get('/api/v1/templates', async (request) => ({
    templates: await findTemplates(await request.context(), localeOf(request)),
  }))

  http.get('/api/v1/templates/:name/plan', { schema: { params: ofTemplate } }, async (request) => {
    const context = await request.context()
    return presentPlan(request, context, await previewTemplate(context, request.params.name))
  })

  http.get('/api/v1/templates/:name/removal', { schema: { params: ofTemplate } }, async (request) => {
    const context = await request.context()
    return presentPlan(request, context, await previewRemoval(context, request.params.name))
  })

  http.post(
    '/api/v1/templates/:name/install',
    {
      schema: {
        params: ofTemplate,
        body: z.object({ withDemo: z.boolean().default(false), fingerprint: z.string().max(60).optional() }),
      },
    },
    async (request) => {
      const { withDemo, fingerprint } = request.body
      return installTemplate(await request.context(), {
        name: request.params.name,
        withDemo,
        ...(fingerprint === undefined ? {} : { fingerprint }),
      })
    },
  )

  http.post(
    '/api/v1/templates/:name/remove',
    { schema: { params: ofTemplate, body: z.object({ demoOnly: z.boolean().default(false) }) } },
    async (request) => removeTemplate(await request.context(), { name: request.params.name, demoOnly: request.body.demoOnly }),
  )
}
