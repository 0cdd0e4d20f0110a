import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeObject, signInToApi } from './api.ts'
import { openBrowser, settle, takeSeat } from './browser.ts'
import { takePictures } from './take-picture.ts'

const object = `学员证${Date.now() % 100_000}`

/** 不可重复: the page says what repeats before anything is turned on, and a form says who has the value. */
describe('a field that may not repeat', () => {
  let browser: Browser
  let name = ''
  let second = ''
  beforeAll(async () => {
    browser = await openBrowser()
    const admin = await signInToApi('admin')
    const made = await makeObject(admin, object, [{ label: '证号', type: 'text' }])
    name = made.name
    const [number = ''] = made.fieldNames
    const records: string[] = []
    for (const [title, value] of [
      ['小满', 'QY-001'],
      ['小雪', 'qy-001'],
      ['小寒', 'QY-002'],
    ])
      records.push(
        (
          await admin.post<{ record: { id: string } }>(`/objects/${name}/records`, {
            values: { name: title, [number]: value },
          })
        ).record.id,
      )
    second = records[1] ?? ''
  })
  afterAll(() => browser?.close())

  it('says first which values repeat and where, and is turned on when none does', async () => {
    const { page, leave } = await takeSeat(browser, { login: 'admin' })
    const openField = async (): Promise<void> => {
      await page.goto(`/settings/objects?object=${name}`)
      await page.getByRole('button', { name: '证号', exact: true }).click()
      await page.getByRole('dialog').getByRole('switch', { name: '不可重复' }).check({ force: true })
    }
    await openField()
    const drawer = page.getByRole('dialog')
    await drawer.getByText('有 1 个值重复，涉及 2 条记录').waitFor()
    expect(await drawer.getByRole('button', { name: '保存' }).isDisabled()).toBe(true)
    await takePictures(page, 'unique-1-repeats')
    await drawer.getByRole('link', { name: '在列表里看这些记录' }).click()
    await page.getByText('小雪').first().waitFor()
    expect(await page.getByText('小寒').count()).toBe(0)
    await takePictures(page, 'unique-2-records')

    await page.goto(`/objects/${name}/${second}`)
    await settle(page)
    await page.locator('.record-section').getByText('qy-001').click()
    await page.getByLabel('证号').fill('QY-003')
    await page.keyboard.press('Enter')
    await page.getByText('QY-003').first().waitFor()

    await openField()
    await drawer.getByText('现在没有重复的，保存后生效').waitFor()
    await takePictures(page, 'unique-3-none')
    await drawer.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存「证号」').waitFor()
    await leave()
  })

  it('is refused a second time in the form, which says who has it, whatever its case and width', async () => {
    const { page, leave } = await takeSeat(browser, { login: 'admin', expected: /422|\/records/ })
    await page.goto(`/objects/${name}`)
    await page
      .getByRole('button', { name: `新建${object}` })
      .first()
      .click()
    const form = page.getByRole('dialog')
    await form.getByLabel('名称').fill('小满的姐姐')
    await form.getByLabel('证号').fill('ＱＹ－００１')
    await form.getByText('已被「小满」使用').waitFor()
    await takePictures(page, 'unique-4-taken')
    await form.getByRole('button', { name: `新建${object}` }).click()
    await form.getByText('已被「小满」使用').waitFor()
    await form.getByLabel('证号').fill('QY-004')
    await form.getByRole('button', { name: `新建${object}` }).click()
    await page.getByText('小满的姐姐').first().waitFor()
    await leave()
  })
})
