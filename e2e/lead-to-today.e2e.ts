import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { findLead, giveCampaignTo, newCustomer, signInToApi, userIdOf, type Api } from './api.ts'
import { openBrowser, takeSeat } from './browser.ts'
import { answerForm, seeThanks, sendForm } from './public-form.ts'
import { takePicture } from './take-picture.ts'

/** J2: from the customer's thumb to the consultant's open page, and to the consultant's WeCom. */
describe('a new lead', () => {
  let browser: Browser
  let consultant: Api
  let stopGiving: () => Promise<void>

  beforeAll(async () => {
    browser = await openBrowser()
    consultant = await signInToApi('lina')
    stopGiving = await giveCampaignTo(await signInToApi('admin'), 'today', await userIdOf(consultant))
  })
  afterAll(async () => {
    await stopGiving?.()
    await browser?.close()
  })

  it('appears in the open Today of whoever it was given to, and as a card in their WeCom', async () => {
    const { name, phone } = newCustomer()
    const rep = await takeSeat(browser, { login: 'lina', screen: 'phone' })
    await rep.page.goto('/today')
    await rep.page.getByText('实时', { exact: true }).waitFor()
    await rep.page.evaluate(() => (document.body.dataset['neverReloaded'] = 'yes'))

    const customer = await takeSeat(browser, { screen: 'phone' })
    await customer.page.goto('/f/campus-xianlin?utm_campaign=today')
    await answerForm(customer.page, { name, phone })
    const acknowledged = customer.page
      .waitForResponse((response) => response.request().method() === 'POST')
      .then(() => performance.now())
    const shown = rep.page
      .getByRole('region', { name: `新线索 ${name}` })
      .waitFor()
      .then(() => performance.now())
    const tapped = performance.now()
    await sendForm(customer.page)
    const [at, then] = await Promise.all([acknowledged, shown])
    console.log(
      `J2: on the consultant's page ${Math.round(then - at)} ms after the customer's acknowledgement, ${Math.round(then - tapped)} ms after the tap (target 1,000)`,
    )
    await seeThanks(customer.page)

    expect(await rep.page.evaluate(() => document.body.dataset['neverReloaded'])).toBe('yes')
    await rep.page
      .getByText(/内接手/)
      .first()
      .waitFor()
    await takePicture(rep.page, 'journey-2-today')
    await customer.leave()
    await rep.leave()

    const card = await untilArrived(name)
    expect(card).toContain('lina')
    const lead = await findLead(consultant, name)
    const { notices } = await consultant.get<{
      notices: { leadId: string; kind: string; deliveries: { channel: string; status: string }[] }[]
    }>('/notices')
    expect(notices.filter((notice) => notice.leadId === lead.id)).toMatchObject([
      { kind: 'lead-assigned', deliveries: [{ status: 'delivered' }] },
    ])
  })

  /** What WeCom's own page shows of it. */
  const untilArrived = async (name: string): Promise<string> => {
    const wecom = await takeSeat(browser, { expected: /favicon/ })
    await wecom.page.goto(inject('wecomUrl'))
    const card = wecom.page.locator('body *', { hasText: name }).first()
    await expect
      .poll(
        async () => {
          await wecom.page.reload()
          return card.count()
        },
        { timeout: 15_000, interval: 300 },
      )
      .toBeGreaterThan(0)
    await takePicture(wecom.page, 'journey-2-wecom')
    const messages = (await (await fetch(`${inject('wecomUrl')}/_messages`)).json()) as object[]
    await wecom.leave()
    return JSON.stringify(messages.find((message) => JSON.stringify(message).includes(name)))
  }
})
