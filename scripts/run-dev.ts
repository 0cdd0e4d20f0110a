import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** The server, started again at every change of its files, and the pages with hot replacement on Vite's port. */
const root = join(import.meta.dirname, '..')
const args = process.argv.slice(2)
const children = [
  spawn(process.execPath, ['--watch', 'server/src/main.ts', ...args], { cwd: root, stdio: 'inherit' }),
  spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js')], { cwd: join(root, 'web'), stdio: 'inherit' }),
]

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => children.forEach((child) => child.kill(signal)))
for (const child of children) {
  child.on('exit', (code) => {
    process.exitCode ||= code ?? 0
    for (const other of children) other.kill('SIGTERM')
  })
}
