import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInToApi } from './api.ts'
import { openBrowser, screens, settle, takeSeat } from './browser.ts'
import { takePicture } from './take-picture.ts'

const guesser = 'zhouxiaotong'

describe('whoever has tried two hundred numbers', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
    const api = await signInToApi(guesser)
    for (let from = 0; from < 200; from += 20) {
      const value = Array.from({ length: 20 }, (_, index) => `+8613866${110_000 + from + index}`)
      await api.post('/objects/lead/query', { where: { call: 'isOneOf', args: [{ field: 'phone' }, { value }] } })
    }
  })
  afterAll(() => browser?.close())

  it.each(Object.keys(screens) as (keyof typeof screens)[])('is told so where they search, on a %s', async (screen) => {
    const { page, leave } = await takeSeat(browser, { login: guesser, screen, expected: /429/ })
    await page.goto('/leads')
    await settle(page)
    await page.locator('main').getByRole('searchbox').first().fill('13866119999')
    await page.getByText('一小时内最多按 200 个不同的完整号码查找').waitFor()
    await takePicture(page, `guessed-numbers-${screen}`)
    await leave()
  })

  it('stands in the log', async () => {
    const { page, leave } = await takeSeat(browser, { login: 'admin' })
    await page.goto('/settings/audit')
    await page.getByText('一小时内查了 200 个不同的完整号码').first().waitFor()
    expect(await page.getByText('查号过多被拦下').count()).toBeGreaterThan(0)
    await takePicture(page, 'guessed-numbers-audit')
    await leave()
  })
})
