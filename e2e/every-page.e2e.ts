import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, screens, settle, takeSeat } from './browser.ts'
import { takePicture } from './take-picture.ts'

/** Who looks at which page. */
const places: readonly [login: string | undefined, pages: Record<string, string>][] = [
  [
    undefined,
    {
      'sign-in': '/sign-in',
      form: '/f/campus-jiangning',
      thanks: '/f/campus-jiangning/thanks',
      'qr-sheet': '/f/campus-jiangning/sheet',
    },
  ],
  ['lina', { today: '/today', inbox: '/inbox', me: '/me', 'new-lead': '/leads/new' }],
  [
    'zhouxiaotong',
    {
      leads: '/leads',
      kanban: '/leads/kanban',
      board: '/board',
      sources: '/sources',
      imports: '/imports',
      contacts: '/objects/contact',
      orders: '/objects/order',
    },
  ],
  [
    'admin',
    {
      rules: '/rules',
      objects: '/settings/objects',
      forms: '/settings/forms',
      people: '/settings/people',
      roles: '/settings/roles',
      menus: '/settings/menus',
      'api-keys': '/settings/api',
      'api-webhooks': '/settings/api?tab=webhooks',
      'api-guide': '/settings/api?tab=guide',
    },
  ],
]

describe.each(['light', 'dark'] as const)('every page, %s', (colorScheme) => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  describe.each(Object.keys(screens) as (keyof typeof screens)[])('on a %s', (screen) => {
    it.each(places)('of %s opens without a complaint and within its screen', async (login, pages) => {
      const { page, leave } = await takeSeat(browser, { screen, colorScheme, ...(login === undefined ? {} : { login }) })
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(path)
        await settle(page)
        await page.evaluate(() => document.fonts.ready)
        await takePicture(page, `${name}-${screen}-${colorScheme}`)
        expect({ path, forbidden: await page.getByText('打不开这一页').count() }).toEqual({ path, forbidden: 0 })
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        expect({ path, overflow }).toEqual({ path, overflow: 0 })
      }
      await leave()
    })
  })
})
