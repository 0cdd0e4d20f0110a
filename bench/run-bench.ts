import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { openBenchWorkspace } from './bench-workspace.ts'
import { fillLeads } from './fill-leads.ts'
import { rateLine } from './figures.ts'
import { measureImport } from './import-bench.ts'
import { CLIENTS, measureIntake, measurePlainIntake } from './intake-bench.ts'
import { measureLists } from './list-bench.ts'

/**
 * `npm run bench [-- --sizes 10000,500000 --requests 20000]`: what the platform does beside what plain SQL does with the
 * same reads and writes on the same PostgreSQL in the same run. `npm run bench -- import [--rows 127000]`: files in and out
 * beside COPY. The ratios are what counts; the rates are this machine's.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string', default: '127000' },
    sizes: { type: 'string', default: '10000,500000' },
    requests: { type: 'string', default: '12000' },
  },
})
const requests = Number(values.requests)

const bench = await openBenchWorkspace()
try {
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'cpu'}, Node ${process.versions.node}`)
  const isImport = positionals.includes('import')
  if (isImport) for (const line of await measureImport(bench, Number(values.rows))) console.log(line)
  for (const size of isImport ? [] : values.sizes.split(',').map(Number)) {
    await fillLeads(bench, size)
    console.log(`\nat ${size.toLocaleString('en')} leads`)
    await measureIntake(bench, Math.min(1_000, requests))
    const ours = await measureIntake(bench, requests)
    const plain = await measurePlainIntake(bench, requests)
    console.log(rateLine(`intake by HTTP, ${CLIENTS} clients`, ours, plain))
    for (const line of await measureLists(bench)) console.log(line)
  }
} finally {
  await bench.close()
}
