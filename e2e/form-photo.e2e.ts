import { crc32, deflateSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { findLead, newCustomer, signInToApi, type Api } from './api.ts'
import { openBrowser, signInByApi, takeSeat } from './browser.ts'

const label = (zh: string) => ({ 'zh-CN': zh })

const chunk = (name: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A grey square: the least picture that a browser draws. */
const png = (side: number): Buffer => {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0])
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  const rows = Buffer.alloc(side * (side + 1), 0x80)
  for (let row = 0; row < side; row++) rows[row * (side + 1)] = 0
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts])
}

describe('a form that asks for a photo', () => {
  let browser: Browser
  let admin: Api
  beforeAll(async () => {
    browser = await openBrowser()
    admin = await signInToApi('admin')
    const paper = { name: 'examPaper', label: label('最近的试卷'), type: 'image', settings: { max: 3 } }
    await admin.post('/meta/objects/lead/fields', paper)
    const fields = [{ name: 'name', required: true }, { name: 'phone', required: true }, { name: 'examPaper' }]
    const form = { id: 'with-photo', title: label('带试卷来诊断'), sourceId: 'website', fields }
    await admin.put('/config/form/with-photo', { item: form })
  })
  afterAll(() => browser?.close())

  it.each([
    ['with', true],
    ['without', false],
  ])('takes it %s JavaScript, and the lead has it for who may see the lead', async (_, javaScriptEnabled) => {
    const customer = newCustomer()
    const { page, leave } = await takeSeat(browser, { screen: 'phone', javaScriptEnabled })
    await page.goto(`${inject('appUrl')}/f/with-photo`)
    await page.locator('[name=name]').fill(customer.name)
    await page.locator('[name=phone]').fill(customer.phone)
    await page.locator('input[type=file]').setInputFiles({ name: '试卷.png', mimeType: 'image/png', buffer: png(64) })
    if (javaScriptEnabled) await page.locator('.th canvas').waitFor()
    // Nobody fills a form in less; the program asks those who do to look again.
    await page.waitForTimeout(2_000)
    await page.locator('form button').last().click()
    await page.getByRole('heading', { name: '已收到' }).waitFor()
    await leave()

    const [photoId, ...more] = (await findLead(admin, customer.name)).values['examPaper'] as string[]
    expect(more).toEqual([])
    const address = `${inject('appUrl')}/api/v1/files/${photoId}`
    expect((await fetch(address)).status).toBe(401)
    const context = await browser.newContext()
    await signInByApi(context, 'admin')
    const kept = await context.request.get(address)
    expect(kept.status()).toBe(200)
    expect(kept.headers()['content-type']).toMatch(/^image\//)
    await context.close()
  })
})
