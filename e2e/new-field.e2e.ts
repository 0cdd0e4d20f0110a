import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { giveCampaignTo, newCustomer, signInToApi, userIdOf, findLead, type Api } from './api.ts'
import { openBrowser, settle, takeSeat } from './browser.ts'
import { comeByForm } from './public-form.ts'
import { takePicture } from './take-picture.ts'

/** J6: the administrator adds a field; colleagues have it before they ask. */
describe('a new field', () => {
  let browser: Browser
  let admin: Api
  let stopGiving: () => Promise<void>
  beforeAll(async () => {
    browser = await openBrowser()
    admin = await signInToApi('admin')
    stopGiving = await giveCampaignTo(admin, 'field', await userIdOf(await signInToApi('lina')))
  })
  afterAll(async () => {
    await stopGiving?.()
    await browser?.close()
  })

  it("is on a colleague's open page without a reload, and asked by the public form", async () => {
    const label = `备考学校${Date.now() % 10_000}`
    const customer = newCustomer()
    await comeByForm({ ...customer, campaign: 'field' })
    const lead = await findLead(admin, customer.name)

    const colleague = await takeSeat(browser, { login: 'lina' })
    await colleague.page.goto(`/leads?open=${lead.id}`)
    await settle(colleague.page)
    await colleague.page.getByText('全部资料').first().click()
    await colleague.page.evaluate(() => (document.body.dataset['neverReloaded'] = 'yes'))
    expect(await colleague.page.getByText(label).count()).toBe(0)

    const { page, leave } = await takeSeat(browser, { login: 'admin' })
    await page.goto('/settings/objects')
    await page.getByRole('button', { name: '加字段' }).first().click()
    await page.getByLabel('字段名称').fill(label)
    const forms = page.getByRole('combobox', { name: '也加到表单' })
    await forms.fill('campus-xianlin')
    await page.getByRole('option').first().click()
    await takePicture(page, 'journey-6-new-field')
    const began = performance.now()
    await page.getByRole('button', { name: '加上' }).click()
    await colleague.page.getByText(label).first().waitFor()
    console.log(`J6: on the colleague's open page ${Math.round(performance.now() - began)} ms after the click`)
    await page.getByText(`「${label}」已生效`).waitFor()
    expect(await colleague.page.evaluate(() => document.body.dataset['neverReloaded'])).toBe('yes')
    await takePicture(colleague.page, 'journey-6-colleague')
    await leave()

    const customerSeat = await takeSeat(browser, { screen: 'phone' })
    await customerSeat.page.goto(`${inject('appUrl')}/f/campus-xianlin`)
    await customerSeat.page.getByLabel(label).waitFor()
    await takePicture(customerSeat.page, 'journey-6-form')
    await customerSeat.leave()
    await colleague.leave()
  })
})
