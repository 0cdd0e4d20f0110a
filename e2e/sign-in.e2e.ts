import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInToApi, userIdOf } from './api.ts'
import { openBrowser, settle, takeSeat } from './browser.ts'
import { takePicture } from './take-picture.ts'

describe('signing in', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  it('says that login or password is wrong, then lets the right one in where they wanted to go', async () => {
    const { page, leave } = await takeSeat(browser, { screen: 'phone', expected: /401/ })
    await page.goto('/leads')
    await page.getByRole('heading', { name: '登录' }).waitFor()
    await page.getByLabel('账号').fill('lina')
    await page.getByLabel('密码').fill('guessed')
    await page.getByRole('button', { name: '登录' }).tap()
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('密码')
    expect(await page.getByLabel('账号').inputValue()).toBe('lina')
    await takePicture(page, 'sign-in-refused')
    await page.getByLabel('密码').fill('jieli-demo')
    await page.getByRole('button', { name: '登录' }).tap()
    await page.waitForURL('**/leads')
    await settle(page)
    await leave()
  })

  it('lets nobody in whose session is over', async () => {
    const { page, context, leave } = await takeSeat(browser, { login: 'lina', expected: /401/ })
    await page.goto('/today')
    await settle(page)
    await context.clearCookies()
    await page.goto('/leads')
    await page.getByRole('heading', { name: '登录' }).waitFor()
    await leave()
  })
})

describe('a page that one may not see', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  it.each(['/rules', '/board', '/settings/objects', '/settings/people'])(
    '%s tells a consultant only that it may not exist, and what to do',
    async (path) => {
      const { page, leave } = await takeSeat(browser, { login: 'lina', expected: /403|404/ })
      await page.goto(path)
      await page.getByRole('heading', { name: '打不开这一页' }).waitFor()
      expect(await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '分配规则' }).count()).toBe(0)
      await leave()
    },
  )

  it('and a record of another campus looks the same as one that never was', async () => {
    const others = await (
      await signInToApi('admin')
    ).post<{ records: { id: string; values: Record<string, unknown> }[] }>('/objects/lead/query', {
      select: ['owner'],
      where: { call: 'notEquals', args: [{ field: 'owner' }, { value: await userIdOf(await signInToApi('lina')) }] },
      limit: 1,
    })
    const { page, leave } = await takeSeat(browser, { login: 'lina', expected: /403|404/ })
    const seen = []
    for (const id of [others.records[0]?.id, '0190aaaa-0000-7000-8000-000000000001']) {
      expect(id).toBeTruthy()
      await page.goto(`/leads?open=${id}`)
      await page.getByText('打不开这一页').waitFor()
      await settle(page)
      seen.push(await page.locator('main').innerText())
    }
    expect(seen[0]).toBe(seen[1])
    await leave()
  })
})
