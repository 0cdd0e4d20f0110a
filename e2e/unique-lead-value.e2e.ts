import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newCustomer, signInToApi, type Api } from './api.ts'
import { openBrowser, settle, takeSeat } from './browser.ts'
import { takePicture } from './take-picture.ts'

/** 不可重复: who enters a customer hears at once that a value is taken, not when everything is filled in. */
describe('a value that may not repeat', () => {
  const field = { name: `card${Date.now() % 1_000_000}`, label: '学员卡号' }
  const first = newCustomer()
  let browser: Browser
  let admin: Api
  beforeAll(async () => {
    browser = await openBrowser()
    admin = await signInToApi('admin')
    await admin.post('/meta/objects/lead/fields', {
      name: field.name,
      label: { 'zh-CN': field.label },
      type: 'text',
      unique: true,
    })
    await admin.post('/objects/lead/records', { values: { ...first, [field.name]: 'JL-0001' } })
  })
  afterAll(async () => {
    await admin?.remove(`/meta/objects/lead/fields/${field.name}`)
    await browser?.close()
  })

  it.each(['desk', 'phone'] as const)('is said to be taken while a new lead is typed (%s)', async (screen) => {
    const { page, leave } = await takeSeat(browser, { login: 'admin', screen })
    await page.goto('/leads/new')
    await settle(page)
    await page.getByRole('button', { name: '更多资料' }).click()
    const card = page.getByLabel(field.label)
    await card.fill('jl-0001')
    await page.getByText(`已被「${first.name}」使用`).waitFor()
    expect(await card.getAttribute('aria-invalid')).toBe('true')
    await card.evaluate((box) => box.scrollIntoView({ block: 'center' }))
    await takePicture(page, `unique-lead-${screen}`)
    await card.fill('JL-0002')
    await expect.poll(() => page.getByText('已被「').count()).toBe(0)
    await leave()
  })
})
