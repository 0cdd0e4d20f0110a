import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { openBenchWorkspace, type BenchWorkspace } from './bench-workspace.ts'
import { fillLeads } from './fill-leads.ts'
import { measureConversion } from './convert-bench.ts'
import { rateLine } from './figures.ts'
import { measureImport } from './import-bench.ts'
import { CLIENTS, measureIntake } from './intake-bench.ts'
import { measureLists } from './list-bench.ts'
import { templateNames } from '../server/src/features/templates/template-file.ts'
import { measureTemplate } from './template-bench.ts'

/**
 * `npm run bench [-- --sizes 10000,500000 --requests 20000]`: what the platform does beside what plain SQL does with the
 * same reads and writes on the same PostgreSQL in the same run. `npm run bench -- import [--rows 127000]`: files in and out
 * beside COPY. `npm run bench -- templates`: how long each industry's template takes. `npm run bench -- convert --rows 5000000`: a change of type under fifty writes a second. `--requests 0` leaves
 * intake out. A `--home` folder is kept, with a workspace for each size, so that the next run finds it filled;
 * `npm run bench -- fill --sizes 5000000 --home DIR` only fills it. The ratios are what counts; the rates are this machine's.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '10000,500000' },
    requests: { type: 'string', default: '12000' },
    rows: { type: 'string', default: '127000' },
    home: { type: 'string' },
  },
})
const requests = Number(values.requests)

const withWorkspace = async (
  id: string,
  work: (bench: BenchWorkspace) => Promise<void>,
  { isBlank = false } = {},
): Promise<void> => {
  const bench = await openBenchWorkspace({ keptIn: values.home, id, isBlank })
  try {
    await work(bench)
  } finally {
    await bench.close()
  }
}

const measureSize = async (bench: BenchWorkspace, size: number): Promise<void> => {
  await fillLeads(bench, size)
  console.log(`\nat ${size.toLocaleString('en')} leads`)
  if (requests > 0) {
    const [ours, plain] = await measureIntake(bench, requests)
    console.log(rateLine(`intake by HTTP, ${CLIENTS} clients`, ours, plain))
  }
  for (const line of await measureLists(bench)) console.log(line)
}

console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'cpu'}, Node ${process.versions.node}`)
if (positionals.includes('import'))
  await withWorkspace('bench', async (bench) => {
    for (const line of await measureImport(bench, Number(values.rows))) console.log(line)
  })
else if (positionals.includes('templates'))
  for (const name of templateNames)
    await withWorkspace(
      `bench_${name.replaceAll('-', '_')}`,
      async (bench) => console.log(await measureTemplate(bench, name)),
      { isBlank: true },
    )
else if (positionals.includes('convert'))
  await withWorkspace(`bench_${values.rows}`, (bench) => measureConversion(bench, Number(values.rows)))
else if (positionals.includes('fill'))
  for (const size of values.sizes.split(',').map(Number))
    await withWorkspace(`bench_${size}`, (bench) => fillLeads(bench, size))
else
  for (const size of values.sizes.split(',').map(Number))
    await withWorkspace(`bench_${size}`, (bench) => measureSize(bench, size))
