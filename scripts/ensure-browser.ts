import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const places = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
const chineseFont = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'

/**
 * The path of a Chromium for the browser journeys. On Debian and Ubuntu as root it is installed when absent, with a
 * Chinese font (without one every page would be drawn in empty boxes); elsewhere undefined: the caller says what to do.
 */
export function ensureBrowser(): string | undefined {
  const found = findBrowser()
  if (found && (existsSync(chineseFont) || !canInstall())) return found
  if (!canInstall()) return undefined
  console.log('Installing Chromium and a Chinese font')
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
  return findBrowser()
}

export const browserAdvice =
  'No Chromium found: install Chromium or Chrome (Debian: apt-get install chromium fonts-noto-cjk), or set CHROMIUM_PATH'

function findBrowser(): string | undefined {
  // Ubuntu's chromium-browser is a shell script that asks for a snap.
  return places.find((path) => path && existsSync(path) && !isSnapStub(path))
}

function isSnapStub(path: string): boolean {
  return path === '/usr/bin/chromium-browser' && readFileSync(path).subarray(0, 4000).includes('snap install')
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

function apt(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env })
}
