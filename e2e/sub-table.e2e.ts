import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeColleague, makeObject, signInToApi, type Api } from './api.ts'
import { openBrowser, settle, takeSeat } from './browser.ts'
import { takePicture, takePictures } from './take-picture.ts'

const run = Date.now() % 100_000
const object = `报价单${run}`
const rowsObject = `${object}明细`
const clerk = { name: `韦助理${run}`, login: `wei${run}` }

interface Meta {
  objects: { name: string; label: { 'zh-CN': string }; fields: { name: string; label: { 'zh-CN': string } }[] }[]
}

/** 子表: an object gets rows by clicks, somebody fills them in, and each reader sees the columns that are theirs. */
describe('rows of a record', () => {
  let browser: Browser
  let admin: Api
  let name = ''
  let path = ''
  beforeAll(async () => {
    browser = await openBrowser()
    admin = await signInToApi('admin')
    name = (await makeObject(admin, object, [])).name
    const { record } = await admin.post<{ record: { id: string } }>(`/objects/${name}/records`, {
      values: { name: '三月团课' },
    })
    path = `/objects/${name}/${record.id}`
  })
  afterAll(() => browser?.close())

  it('are given to an object in the designer, with a sum over them', async () => {
    const { page, leave } = await takeSeat(browser, { login: 'admin' })
    await page.goto(`/settings/objects?object=${name}`)
    await page.getByRole('button', { name: '加字段' }).first().click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('字段名称').fill('明细')
    await drawer.getByRole('radio', { name: '子表', exact: true }).click()
    for (const [index, [label, type]] of (
      [
        ['课程', '单行文本'],
        ['金额', '金额'],
        ['电话', '电话'],
        ['成本', '金额'],
      ] as const
    ).entries()) {
      if (index > 1) await drawer.getByRole('button', { name: '加一列' }).click()
      await drawer.getByLabel(`第 ${index + 1} 列的名称`).fill(label)
      await drawer.getByLabel(`第 ${index + 1} 列的类型`).selectOption({ label: type })
    }
    await takePictures(page, 'sub-table-1-columns')
    await drawer.getByRole('button', { name: '加上', exact: true }).click()
    await page.getByText('「明细」已生效').waitFor()

    await page.getByRole('button', { name: '加字段' }).first().click()
    await drawer.getByLabel('字段名称').fill('合计金额')
    await drawer.getByRole('radio', { name: '汇总', exact: true }).click()
    await drawer.getByLabel('汇总哪些记录').selectOption({ index: 1 })
    await drawer.getByLabel('算什么').selectOption({ label: '合计' })
    await drawer.getByLabel('哪个字段').selectOption({ label: '金额' })
    await takePictures(page, 'sub-table-1-rollup')
    await drawer.getByRole('button', { name: '加上', exact: true }).click()
    await page.getByText('「合计金额」已生效').waitFor()
    await leave()
  })

  it('are typed in by keyboard, moved, taken out and saved in one go, and the record shows their sum', async () => {
    const { page, leave } = await takeSeat(browser, { login: 'admin' })
    await page.goto(path)
    await settle(page)
    const rows = page.getByRole('region', { name: '明细' })
    await rows.getByText('还没有行').waitFor()
    await rows.getByRole('button', { name: '加一行' }).click()
    for (const [index, cells] of [
      ['数学', '1200', '13800001111', '700'],
      ['英语', '900.5', '', ''],
      ['填错的一行', '1', '', ''],
    ].entries()) {
      if (index > 0) await rows.getByRole('button', { name: '加一行' }).click()
      for (const [column, cell] of cells.entries()) {
        if (column > 0) await page.keyboard.press('Tab')
        await page.keyboard.insertText(cell)
      }
    }
    await rows.getByRole('button', { name: '删除第 3 行' }).click()
    await rows.getByRole('button', { name: '第 2 行上移' }).click()
    await rows.getByText('2 行有改动，还没保存').waitFor()
    await takePictures(page, 'sub-table-2-typed')
    await rows.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存「明细」').waitFor()
    const courses = (): Promise<string[]> => rows.locator('tbody td[data-label="课程"]').allInnerTexts()
    expect(await courses()).toEqual(['英语', '数学'])
    await rows.getByText('¥2,100.50').waitFor()
    await page.locator('.record-fields, .record-main').getByText('¥2,100.50').nth(1).waitFor()
    await page.reload()
    await settle(page)
    await rows.getByText('数学').waitFor()
    expect(await courses()).toEqual(['英语', '数学'])
    await takePictures(page, 'sub-table-2-saved')
    await leave()
  })

  it('show a reader only the columns that are theirs, and numbers covered', async () => {
    const meta = await admin.get<Meta>('/meta')
    const rows = meta.objects.find((one) => one.label['zh-CN'] === rowsObject)
    const column = (label: string): string => rows?.fields.find((field) => field.label['zh-CN'] === label)?.name ?? label
    await admin.put(`/config/role/${clerk.login}`, {
      item: {
        label: { 'zh-CN': `助理${run}` },
        objects: {
          [name]: { read: 'all', update: 'all', otherFields: 'write' },
          [rows?.name ?? rowsObject]: {
            fields: { [column('成本')]: 'none', [column('电话')]: 'mask' },
            otherFields: 'write',
          },
        },
      },
    })
    await makeColleague(admin, { ...clerk, roleIds: [clerk.login] })
    const { page, leave } = await takeSeat(browser, { login: clerk.login })
    await page.goto(path)
    await settle(page)
    const table = page.getByRole('region', { name: '明细' })
    await table.getByText('数学').waitFor()
    expect(await table.getByRole('columnheader').allInnerTexts()).not.toContain('成本')
    const body = await page.locator('body').innerText()
    expect(body).toContain('138****1111')
    expect(body).not.toContain('13800001111')
    expect(body).not.toContain('700')
    await table.getByRole('row', { name: '第 1 行' }).locator('[data-label="金额"]').click()
    await page.keyboard.press('Control+A')
    await page.keyboard.insertText('800')
    await takePicture(page, 'sub-table-3-reader-typing')
    await table.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存「明细」').waitFor()
    await page.getByText('¥2,000.00').first().waitFor()
    await takePictures(page, 'sub-table-3-reader')
    await leave()
  })
})
