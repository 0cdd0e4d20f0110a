import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeObject, signInToApi, type Api } from './api.ts'
import { openBrowser, settle, takeSeat } from './browser.ts'
import { takePictures } from './take-picture.ts'

const object = `教室${Date.now() % 100_000}`

/** 拆分选项: one option becomes several by conditions, counted before, and comes back when it is undone. */
describe('an option', () => {
  let browser: Browser
  let admin: Api
  let name = ''
  let kind = ''
  const kinds = async (): Promise<number> => {
    const { records } = await admin.post<{ records: { values: Record<string, unknown> }[] }>(`/objects/${name}/query`, {
      select: [kind],
    })
    return new Set(records.map(({ values }) => values[kind])).size
  }
  beforeAll(async () => {
    browser = await openBrowser()
    admin = await signInToApi('admin')
    const made = await makeObject(admin, object, [
      { label: '座位', type: 'number' },
      {
        label: '用途',
        type: 'select',
        settings: {
          options: [
            { id: 'class', label: { 'zh-CN': '上课' } },
            { id: 'meeting', label: { 'zh-CN': '开会' } },
          ],
        },
      },
    ])
    name = made.name
    const [seats = '', use = ''] = made.fieldNames
    kind = use
    for (const size of [5, 15, 25, 35])
      await admin.post(`/objects/${name}/records`, { values: { name: `${size} 座`, [seats]: size, [use]: 'class' } })
  })
  afterAll(() => browser?.close())

  it('is split by conditions that are counted first, and is whole again when that is undone', async () => {
    const { page, leave } = await takeSeat(browser, { login: 'admin' })
    await page.goto(`/settings/objects?object=${name}`)
    await page.getByRole('button', { name: '用途', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '拆分' }).click()
    const drawer = page.getByRole('dialog', { name: '拆分「用途」的选项' })
    await drawer.getByLabel('拆哪个选项').selectOption('class')
    await drawer.getByLabel('新选项 1').fill('大课')
    await drawer.getByRole('button', { name: '加条件' }).click()
    await drawer.getByLabel('字段', { exact: true }).selectOption({ label: '座位' })
    await drawer.getByLabel('怎么比').selectOption({ label: '大于' })
    await drawer.getByLabel('座位 值').fill('20')
    await drawer.getByText('4 条记录会这样分').waitFor()
    const counts = drawer.locator('.split-counts li')
    await counts.filter({ hasText: '大课' }).getByText('2', { exact: true }).waitFor()
    await counts.filter({ hasText: '留在原来的选项' }).getByText('2', { exact: true }).waitFor()
    await takePictures(page, 'split-1-counted')
    await drawer.getByRole('button', { name: '开始拆分' }).click()
    await page.getByText('开始拆分了').waitFor()
    await expect.poll(kinds, { timeout: 20_000 }).toBe(2)
    await page.goto(`/objects/${name}`)
    await settle(page)
    await page.getByText('大课').first().waitFor()
    await takePictures(page, 'split-2-list')

    await page.goto(`/settings/objects?object=${name}`)
    await settle(page)
    await page.getByRole('button', { name: '最近删除' }).click()
    const removed = page.getByRole('dialog', { name: '最近删除' })
    const entry = removed.locator('li').filter({ hasText: '拆分了一个选项' }).first()
    await entry.waitFor()
    await takePictures(page, 'split-3-undo')
    await entry.getByRole('button', { name: '撤销' }).click()
    await expect.poll(kinds, { timeout: 20_000 }).toBe(1)
    await leave()
  })
})
