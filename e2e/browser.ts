import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The machine's own Chromium; one for a file of journeys. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: flags })

export const screens = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const

export interface SeatOptions extends Omit<BrowserContextOptions, 'screen'> {
  /** Signed in as; absent: a stranger. */
  login?: string
  screen?: keyof typeof screens
  /** Words in messages of the page that belong to the journey: a refused password is one. */
  expected?: RegExp
}

/** A person before a screen: a browser of their own, and everything that went wrong in it. */
export interface Seat {
  readonly page: Page
  readonly context: BrowserContext
  readonly trouble: string[]
  /** Fails when the page complained of anything the journey did not expect. */
  leave(): Promise<void>
}

const password = 'jieli-demo'

export const signInByApi = async (context: BrowserContext, login: string): Promise<void> => {
  const response = await context.request.post(`${inject('appUrl')}/api/v1/session`, {
    data: { login, password },
    headers: { 'x-jieli-request': '1' },
  })
  expect(response.status()).toBe(200)
}

/** Streams and pictures that end because the page is left are no trouble. */
const isLeaving = (text: string): boolean => text.includes('net::ERR_ABORTED')

const watch = (page: Page, note: (trouble: string) => void): void => {
  page.on('console', (message) => message.type() === 'error' && note(`console: ${message.text()} (${message.location().url})`))
  page.on('pageerror', (error) => note(`error: ${error.message}`))
  page.on('requestfailed', (request) => note(`failed: ${request.method()} ${request.url()} ${request.failure()?.errorText}`))
  page.on(
    'response',
    (response) =>
      response.status() >= 400 && note(`answer: ${response.status()} ${response.request().method()} ${response.url()}`),
  )
}

/** Far beyond what anything takes; a journey that waits longer has lost its way and should say where. */
const LONGEST_MS = 20_000

export const takeSeat = async (
  browser: Browser,
  { login, screen = 'desk', expected, ...options }: SeatOptions = {},
): Promise<Seat> => {
  const context = await browser.newContext({
    viewport: screens[screen],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: inject('appUrl'),
    ...(screen === 'phone' ? { isMobile: true, hasTouch: true } : {}),
    ...options,
  })
  context.setDefaultTimeout(LONGEST_MS)
  if (login !== undefined) await signInByApi(context, login)
  const page = await context.newPage()
  const trouble: string[] = []
  watch(page, (text) => {
    if (!isLeaving(text) && !expected?.test(text)) trouble.push(text)
  })
  return {
    page,
    context,
    trouble,
    leave: async () => {
      await context.close()
      expect(trouble).toEqual([])
    },
  }
}

/** When the page shows content, not its skeleton. */
export const settle = async (page: Page): Promise<void> => {
  await page.locator('main').first().waitFor()
  await page.waitForFunction(() => document.querySelector('.skeleton') === null)
}
