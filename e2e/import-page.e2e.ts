import { execFileSync } from 'node:child_process'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dirtyCsv } from '../bench/dirty-leads.ts'
import { findLead, newCustomer, phoneOf, signInToApi } from './api.ts'
import { openBrowser, takeSeat } from './browser.ts'
import { takePicture } from './take-picture.ts'

/** A file as Excel on a Chinese Windows saves it. */
const inGb18030 = (text: string): Buffer => execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: text })

describe('the import page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  it('reads a GB18030 file, guesses its columns, keeps the bad row apart and makes leads of the others', async () => {
    const [one, two] = [newCustomer(), newCustomer()]
    const lines = [
      '家长姓名,手机号码,年级,备注',
      `${one.name},${one.phone},初三,二次函数总丢分`,
      `${two.name},+86 ${two.phone},初二,"想补物理，周末有空"`,
      '没留电话,12345,初一,',
    ]
    const { page, leave } = await takeSeat(browser, { login: 'zhouxiaotong' })
    await page.goto('/imports')
    await page.getByText('把文件拖到这里').waitFor()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '试听名单.csv', mimeType: 'text/csv', buffer: inGb18030(lines.join('\r\n')) })
    await page.getByText('每一列存到哪').waitFor()
    await page
      .getByText(/GB18030/i)
      .first()
      .waitFor()
    await takePicture(page, 'import-mapping')
    await page.getByRole('button', { name: '下一步：检查' }).click()
    await page.getByText('4 行都检查过了').or(page.getByText('3 行都检查过了')).waitFor()
    await takePicture(page, 'import-check')
    await page.getByRole('button', { name: /^导入 \d+ 行$/ }).click()
    await page.getByRole('button', { name: '撤销这次导入' }).waitFor()
    await page.getByText('下载没导入的 1 行').waitFor()
    await takePicture(page, 'import-done')
    await leave()
    const admin = await signInToApi('admin')
    const oneLead = await findLead(admin, one.name)
    expect(oneLead.values).toMatchObject({ grade: 'g9', note: '二次函数总丢分' })
    expect(await phoneOf(admin, oneLead.id)).toBe(`+86${one.phone}`)
    const twoLead = await findLead(admin, two.name)
    expect(twoLead.values).toMatchObject({ grade: 'g8', note: '想补物理，周末有空' })
    expect(await phoneOf(admin, twoLead.id)).toBe(`+86${two.phone}`)
  })

  /** J8: ten thousand rows as somebody's Excel left them, in and out again, while the person goes elsewhere. */
  it('takes ten thousand dirty rows, says beforehand what will become of them, gives back the bad ones and undoes it all', async () => {
    const began = Date.now()
    const { page, leave } = await takeSeat(browser, { login: 'zhouxiaotong' })
    await page.goto('/imports')
    await page.locator('input[type=file]').setInputFiles({
      name: '历年咨询名单.csv',
      mimeType: 'text/csv',
      buffer: inGb18030([...dirtyCsv(10_000)].join('')),
    })
    await page.getByText('每一列存到哪').waitFor()
    await page.getByText('10,000 行').first().waitFor()
    for (const [column, field] of [
      ['联系电话', 'phone'],
      ['意向校区', 'campus'],
      ['孩子年级', 'grade'],
    ])
      expect(await page.getByLabel(`${column} 存到`).inputValue()).toBe(field)
    await takePicture(page, 'import-10k-mapping')
    await page.getByRole('button', { name: '下一步：检查' }).click()
    await page.getByText('10,000 行都检查过了').waitFor({ timeout: 60_000 })
    const planned = await page.locator('.import-plan dd').first().innerText()
    await page.getByRole('radio', { name: '先不分' }).click()
    await page.getByText('10,000 行都检查过了').waitFor({ timeout: 60_000 })
    await takePicture(page, 'import-10k-check')
    await page.getByRole('button', { name: '导入 10,000 行' }).click()
    await page.getByRole('progressbar').waitFor()
    await takePicture(page, 'import-10k-running')
    await page.goto('/inbox')
    await page.getByText('导入完成：历年咨询名单.csv').first().waitFor({ timeout: 60_000 })
    await page.goto('/imports')
    await page.getByRole('button', { name: '历年咨询名单.csv' }).first().click()
    const undo = page.getByRole('button', { name: '撤销这次导入' })
    await undo.waitFor()
    expect(await page.locator('.import-figures dd').first().innerText()).toBe(planned)
    const download = page.waitForEvent('download')
    await page.getByText(/下载没导入的 \d+ 行/).click()
    const errors = await (await download).createReadStream().then(async (stream) => (await stream.toArray()).join(''))
    expect(errors).toContain('家长姓名,联系电话,孩子年级,意向科目,意向校区,来源渠道,备注,预算,行号,结果,原因')
    expect(errors).toContain('不是有效的电话号码')
    await takePicture(page, 'import-10k-done')
    await undo.click()
    await page.getByText('已撤销', { exact: true }).first().waitFor({ timeout: 60_000 })
    await takePicture(page, 'import-10k-undone')
    console.log(`J8: 10,000 rows in and out again in ${Math.round((Date.now() - began) / 1_000)} s`)
    await leave()
  })

  it('on a phone asks about what is here already and does what is answered', async () => {
    const [one, two] = [newCustomer(), newCustomer()]
    const file = (note: string): Buffer =>
      Buffer.from(`姓名,手机,备注\n${one.name},${one.phone},${note}\n${two.name},${two.phone},${note}\n`)
    const { page, leave } = await takeSeat(browser, { login: 'zhouxiaotong', screen: 'phone' })
    for (const note of ['第一次', '第二次']) {
      await page.goto('/imports')
      await page.locator('input[type=file]').setInputFiles({ name: '回访.csv', mimeType: 'text/csv', buffer: file(note) })
      await page.getByText('每一列存到哪').waitFor()
      await takePicture(page, 'import-phone-mapping')
      await page.getByRole('button', { name: '下一步：检查' }).click()
      if (note === '第二次') await page.getByRole('radio', { name: /逐条问我/ }).click()
      await page.getByText('2 行都检查过了').waitFor()
      await takePicture(page, 'import-phone-check')
      await page.getByRole('button', { name: '导入 2 行' }).click()
      await page.getByRole('button', { name: '换一个文件' }).waitFor()
      await page.getByText('已完成').first().waitFor()
    }
    await page.getByText('系统里已经有，要更新吗？').waitFor()
    await takePicture(page, 'import-phone-asked')
    await page.getByRole('listitem').filter({ hasText: one.phone }).getByRole('button', { name: '更新' }).click()
    await page.getByRole('listitem').filter({ hasText: one.phone }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '全部跳过' }).click()
    await page.getByText('系统里已经有，要更新吗？').waitFor({ state: 'detached' })
    await leave()
    const admin = await signInToApi('admin')
    expect((await findLead(admin, one.name)).values).toMatchObject({ note: '第二次' })
    expect((await findLead(admin, two.name)).values).toMatchObject({ note: '第一次' })
  })
})
