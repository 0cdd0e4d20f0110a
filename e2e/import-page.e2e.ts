import { execFileSync } from 'node:child_process'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findLead, newCustomer, signInToApi } from './api.ts'
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
    await takePicture(page, 'import-preview')
    await page.getByRole('button', { name: /^导入 \d+ 行$/ }).click()
    await page.getByRole('button', { name: '撤销这次导入' }).waitFor()
    await page.getByText('下载没导入的 1 行').waitFor()
    await takePicture(page, 'import-done')
    await leave()
    const admin = await signInToApi('admin')
    expect((await findLead(admin, one.name)).values).toMatchObject({
      phone: `+86${one.phone}`,
      grade: 'g9',
      note: '二次函数总丢分',
    })
    expect((await findLead(admin, two.name)).values).toMatchObject({
      phone: `+86${two.phone}`,
      grade: 'g8',
      note: '想补物理，周末有空',
    })
  })
})
