import { z } from 'zod'
import { defineJob } from '../long-jobs/job-kind.ts'
import { systemContext } from '../workspace/contexts.ts'
import { readTemplate } from './template-file.ts'
import { writeDemoPart } from './write-demo-part.ts'

/**
 * The demo records of a template that stands beside a company's own: one object a step, remembered in the same transaction.
 * Killed between steps it goes on with the next object; none is written twice. A template that was taken away meanwhile gets
 * no further records.
 */
export const templateDemo = defineJob({
  kind: 'template-demo',
  input: z.object({
    template: z.string(),
    /** The story's today: that of the installation, whenever the steps are made. */
    now: z.string(),
  }),
  label: ({ template }) => ({ 'zh-CN': `模板 ${template} 的演示数据`, en: `Demo records of ${template}` }),
  begin: () => ({ part: 0, written: 0 }),
  step: async (context, tx, { input, state }) => {
    const [installed] = await tx.query('SELECT 1 FROM w.template WHERE name = $1 FOR SHARE', [input.template])
    if (!installed) return { finished: { data: { written: state.written } } }
    // The commit that installed the objects may be news to this process.
    await context.workspace.config.refresh()
    const { template } = await readTemplate(input.template)
    const then = systemContext(context.workspace, context.actor, input.now)
    const written = state.written + (await writeDemoPart(then, tx, template, state.part))
    const part = state.part + 1
    const parts = template.records.length + 1
    return part < parts ? { next: { part, written }, done: part, total: parts } : { finished: { data: { written } } }
  },
  isQuiet: true,
})
