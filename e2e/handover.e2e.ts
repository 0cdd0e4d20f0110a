import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeColleague, newCustomer, signInToApi, type Api } from './api.ts'
import { openBrowser, settle, takeSeat } from './browser.ts'
import { takePictures } from './take-picture.ts'

const run = Date.now() % 100_000
const leaver = { name: `任离职${run}`, login: `ren${run}` }
const first = { name: `接手甲${run}`, login: `jia${run}` }
const second = { name: `接手乙${run}`, login: `yi${run}` }

/** 交接: what a leaver holds goes to colleagues on purpose, they are told, and it can be taken back. */
describe("a leaver's customers", () => {
  let browser: Browser
  let admin: Api
  const idOf = new Map<string, string>()
  const held = async ({ login }: { login: string }): Promise<number> => {
    const { count } = await admin.post<{ count: { value: number } }>('/objects/lead/query', {
      select: ['name'],
      where: { call: 'equals', args: [{ field: 'owner' }, { value: idOf.get(login) }] },
      count: 'capped',
    })
    return count.value
  }
  beforeAll(async () => {
    browser = await openBrowser()
    admin = await signInToApi('admin')
    for (const who of [leaver, first, second])
      idOf.set(who.login, await makeColleague(admin, { ...who, roleIds: ['consultant'] }))
    const own = await signInToApi(leaver.login)
    for (let n = 0; n < 3; n++) await own.post('/objects/lead/records', { values: newCustomer() })
    expect(await held(leaver)).toBe(3)
  })
  afterAll(() => browser?.close())

  it('are divided as the preview says, and who receives them is told once', async () => {
    const { page, leave } = await takeSeat(browser, { login: 'admin' })
    await page.goto('/settings/people')
    await settle(page)
    await page.getByRole('searchbox', { name: '搜姓名、登录名' }).fill(leaver.login)
    await page.getByRole('button', { name: leaver.name }).click()
    await page.getByRole('dialog').getByRole('button', { name: '停用' }).click()
    await page.getByRole('dialog', { name: `停用${leaver.name}` }).waitFor()
    await takePictures(page, 'handover-1-leaves')
    await page.getByRole('button', { name: '去交接' }).click()

    const drawer = page.getByRole('dialog', { name: `交接 · ${leaver.name}` })
    const receivers = drawer.getByRole('combobox', { name: '线索交给谁' })
    for (const { name } of [first, second]) {
      await receivers.fill(name)
      await drawer.getByRole('listbox', { name: '线索交给谁' }).getByRole('option', { name }).click()
    }
    await receivers.press('Tab')
    await drawer.getByLabel('其余的都交给').selectOption({ label: first.name })
    const shares = drawer.locator('.handover-shares li')
    await shares.filter({ hasText: second.name }).getByText('线索 1').waitFor()
    await shares.filter({ hasText: first.name }).getByText('线索 2').waitFor()
    await takePictures(page, 'handover-2-preview')
    await drawer.getByRole('button', { name: '交接并停用' }).click()
    await page.getByText(`开始交接${leaver.name}的工作`).waitFor()
    await expect.poll(() => Promise.all([leaver, first, second].map(held)), { timeout: 20_000 }).toEqual([0, 2, 1])
    await leave()

    const receiver = await takeSeat(browser, { login: second.login })
    await receiver.page.goto('/inbox')
    await receiver.page.getByText('交接给你：1 条').first().waitFor()
    await receiver.page.getByText(leaver.name).first().waitFor()
    await takePictures(receiver.page, 'handover-3-receiver')
    await receiver.page.getByText('交接给你：1 条').first().click()
    await receiver.page.waitForURL('**/today')
    await receiver.leave()
  })

  it('come back when it is undone', async () => {
    const { page, leave } = await takeSeat(browser, { login: 'admin' })
    await page.goto('/settings/people')
    await settle(page)
    await page.getByRole('radio', { name: '已停用' }).click()
    await page.getByRole('button', { name: leaver.name }).click()
    await page.getByRole('dialog').getByRole('button', { name: '交接', exact: true }).click()
    const drawer = page.getByRole('dialog', { name: `交接 · ${leaver.name}` })
    await drawer.getByText(/交接过 3 条/).waitFor()
    await takePictures(page, 'handover-4-undo')
    await drawer.getByRole('button', { name: '撤销那次交接' }).click()
    await page.getByText(`正在还给${leaver.name}`).waitFor()
    await expect.poll(() => Promise.all([leaver, first, second].map(held)), { timeout: 20_000 }).toEqual([3, 0, 0])
    await page.keyboard.press('Escape')
    await page.getByText(/待交接：/).waitFor()
    await takePictures(page, 'handover-5-waiting')
    await leave()
  })
})
