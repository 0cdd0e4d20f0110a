import { installTemplateCompany } from '../server/src/features/install/install-template-company.ts'
import type { BenchWorkspace } from './bench-workspace.ts'

/** An industry's template in an empty workspace, with the demo records of its invented company. */
export const measureTemplate = async ({ opened }: BenchWorkspace, name: string): Promise<string> => {
  const began = performance.now()
  const { records } = await installTemplateCompany(opened, name)
  return `template ${name}: ${records.toLocaleString('en')} records, ${((performance.now() - began) / 1_000).toFixed(1)} s`
}
