import { z } from 'zod'
import { defineJob } from '../long-jobs/job-kind.ts'
import { indexWhileOthersWrite } from './object-tables.ts'

/** Makes the index of a field that is searched or points to records, at any size, while everybody reads and writes. */
export const indexField = defineJob({
  kind: 'index-field',
  input: z.object({
    table: z.string(),
    id: z.string(),
    type: z.string(),
    searchable: z.boolean(),
    label: z.object({ 'zh-CN': z.string() }),
  }),
  label: ({ label }) => ({ 'zh-CN': `「${label['zh-CN']}」的索引` }),
  begin: () => ({ isMade: false }),
  outside: (context, { input, state }) =>
    state.isMade
      ? undefined
      : async () => {
          await indexWhileOthersWrite(context.workspace.db, input.table, input)
          return { isMade: true }
        },
  step: async () => ({ finished: {} }),
  isQuiet: true,
})
