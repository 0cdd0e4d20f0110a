import { fieldTypes } from '@jieli/extensions/field-types'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hiddenInputsOf } from '../server/src/public-pages/attribution.ts'
import { renderFormPage } from '../server/src/public-pages/form-page.ts'
import { issueFormToken } from '../server/src/public-pages/form-token.ts'
import { renderThanksPage } from '../server/src/public-pages/notice-pages.ts'
import type { PublicPage } from '../server/src/public-pages/page-shell.ts'
import { readSubmission, type Submission } from '../server/src/public-pages/read-submission.ts'
import { sampleFields, sampleForm } from '../server/src/public-pages/sample-form.ts'

const secret = 'only for this test'
const place = { form: sampleForm, fields: sampleFields, locale: 'zh-CN', timeZone: 'Asia/Shanghai', workspaceName: '青屿教育', campusName: '江宁校区' } as const

const bodyOf = async (request: IncomingMessage): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** J1 at 1.6 Mbit/s, 300 ms round trip and a phone four times slower: the public pages alone, with nothing behind them. */
describe('a form on a weak network', () => {
  let browser: Browser
  let server: Server
  let address: string
  let received: Submission[]

  const formPage = (url: string, given: Extract<Submission, { kind: 'invalid' }> | null): PublicPage => {
    const now = new Date().toISOString()
    return renderFormPage({ ...place, values: given?.typed ?? {}, issues: given?.issues ?? [], token: issueFormToken({ formId: sampleForm.id, now, secret }), hidden: hiddenInputsOf({ url }), now })
  }

  const answer = async (request: IncomingMessage): Promise<PublicPage | 'thanks'> => {
    if (request.url?.endsWith('/thanks')) return renderThanksPage(place)
    if (request.method !== 'POST') return formPage(new URL(request.url ?? '/', address).href, null)
    const submission = readSubmission(
      { body: await bodyOf(request), contentType: request.headers['content-type'], userAgent: request.headers['user-agent'] },
      { ...place, fieldTypes, secret, now: new Date().toISOString(), minimumFillMs: 0 },
    )
    received.push(submission)
    return submission.kind === 'invalid' ? formPage(address, submission) : 'thanks'
  }

  beforeAll(async () => {
    server = createServer((request, response) => {
      void answer(request).then((page) => {
        if (page === 'thanks') return response.writeHead(303, { location: `/f/${sampleForm.id}/thanks` }).end()
        return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': page.contentSecurityPolicy }).end(page.html)
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/f/${sampleForm.id}`
    browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
  })
  beforeEach(() => {
    received = []
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  const openPage = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options })
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', { offline: false, latency: 300, downloadThroughput: 200_000, uploadThroughput: 93_750 })
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    return page
  }

  const fill = async (page: Page): Promise<void> => {
    await page.getByLabel('怎么称呼您').fill('张女士')
    await page.getByLabel('孩子年级').selectOption('初三')
    await page.getByLabel('手机号').fill('１３８ 1234 5678')
    await page.getByLabel('数学').check()
    await page.locator('.d input').first().check()
    await page.getByLabel('想先解决什么').fill('二次函数')
    await page.getByLabel('微信号').fill('zhang_2026')
  }

  /** By the browser's own clock, from the tap on: drawn, and its script run. */
  const usableAfter = async (): Promise<number> => {
    const page = await openPage()
    await page.goto(address)
    const usable = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation')
      const [paint] = performance.getEntriesByName('first-contentful-paint')
      return Math.max(navigation instanceof PerformanceNavigationTiming ? navigation.domContentLoadedEventEnd : Infinity, paint?.startTime ?? Infinity)
    })
    await page.context().close()
    return usable
  }

  it('is usable within 1.5 seconds', async () => {
    // The best of three: what else the machine does is not the page's doing.
    const runs = [await usableAfter(), await usableAfter(), await usableAfter()]
    expect(Math.min(...runs)).toBeLessThan(1_500)
  })

  it('comes in one request of at most 30 KB', async () => {
    const page = await openPage()
    const response = await page.goto(address)
    expect((await response?.body())?.byteLength).toBeLessThanOrEqual(30 * 1024)
    expect(await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.startsWith('http')).length)).toBe(0)
    await page.context().close()
  })

  it.each([['with', true], ['without', false]])('takes seven answers %s JavaScript', async (_, javaScriptEnabled) => {
    const page = await openPage({ javaScriptEnabled })
    await page.goto(`${address}?utm_source=qr&gclid=AbC`)
    await fill(page)
    await page.getByRole('button').click()
    await page.getByRole('heading', { name: '已收到，顾问会尽快联系您' }).waitFor()
    expect(received).toMatchObject([{ kind: 'accepted', values: { name: '张女士', grade: 'o6', subject: 'o0', note: '二次函数', wechat: 'zhang_2026' }, attribution: { utm: { utm_source: 'qr' }, clickIds: { gclid: 'AbC' } } }])
    await page.context().close()
  })

  it('keeps what was typed when an answer is wrong, without JavaScript too', async () => {
    const page = await openPage({ javaScriptEnabled: false })
    await page.goto(address)
    await fill(page)
    await page.getByLabel('手机号').fill('1381234')
    await page.getByRole('button').click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel('怎么称呼您').inputValue()).toBe('张女士')
    expect(await page.getByLabel('数学').isChecked()).toBe(true)
    await page.getByLabel('手机号').fill('13812345678')
    await page.getByRole('button').click()
    await page.getByRole('heading', { name: '已收到' }).waitFor()
    expect(received.map(({ kind }) => kind)).toEqual(['invalid', 'accepted'])
    await page.context().close()
  })

  it('keeps the draft through a reload and sends it by itself when the network is back, once', async () => {
    const page = await openPage()
    await page.goto(address)
    await fill(page)
    await page.reload()
    expect(await page.getByLabel('怎么称呼您').inputValue()).toBe('张女士')
    await page.context().setOffline(true)
    await page.getByRole('button').click()
    await page.getByText('网络断开了').waitFor()
    expect(received).toEqual([])
    await page.context().setOffline(false)
    await page.getByRole('heading', { name: '已收到' }).waitFor()
    expect(received).toHaveLength(1)
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    await page.context().close()
  })
})
