import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInToApi } from './api.ts'
import { openBrowser, screens, settle, takeSeat, type Seat } from './browser.ts'
import { takePicture } from './take-picture.ts'

const run = Date.now() % 100_000
const kind = `随记${run}`

/** The same page at a desk and in the hand. */
const takePictures = async (page: Page, name: string): Promise<void> => {
  await takePicture(page, `${name}-1440`)
  await page.setViewportSize(screens.phone)
  await settle(page)
  await takePicture(page, `${name}-390`)
  await page.setViewportSize(screens.desk)
}

/** Notes that are about a lead or a campus: made, found, changed, and seen from the other side. */
describe('a relation to any of several objects', () => {
  let browser: Browser
  let seat: Seat
  let path = ''
  let lead = { id: '', name: '' }
  beforeAll(async () => {
    browser = await openBrowser()
    seat = await takeSeat(browser, { login: 'admin' })
  })
  afterAll(async () => {
    await seat?.leave()
    await browser?.close()
  })

  it('is designed by choosing its objects', async () => {
    const { page } = seat
    await page.goto('/settings/objects')
    await page.getByRole('button', { name: '新建对象' }).click()
    await page.getByLabel('对象名称').fill(kind)
    await page.getByRole('button', { name: '建好' }).click()
    await page.getByRole('heading', { name: kind }).waitFor()
    await page.getByRole('button', { name: '加字段' }).first().click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('字段名称').fill('关于')
    await drawer.getByRole('radio', { name: '多对象关联', exact: true }).click()
    const make = drawer.getByRole('button', { name: '加上' })
    await drawer.getByRole('checkbox', { name: '线索', exact: true }).check()
    expect(await make.isDisabled()).toBe(true)
    await drawer.getByRole('checkbox', { name: '校区', exact: true }).check()
    await takePictures(page, 'any-relation-1-field')
    await make.click()
    await page.getByText('「关于」已生效').waitFor()
    path = `/objects/${new URL(page.url()).searchParams.get('object') ?? ''}`
    await takePictures(page, 'any-relation-1-fields')
    await page.getByRole('button', { name: '关于', exact: true }).click()
    expect(await page.getByRole('dialog').getByRole('checkbox', { name: '线索', exact: true }).isDisabled()).toBe(true)
    await takePictures(page, 'any-relation-1-drawer')
    await page.keyboard.press('Escape')
  })

  it('is filled in by keyboard: the object, a part of the name, the record', async () => {
    const { page } = seat
    const api = await signInToApi('admin')
    const name = `阮女士${run}`
    const made = await api.post<{ record: { id: string } }>('/objects/lead/records', {
      values: { name, phone: `+86139${String(run).padStart(8, '0')}` },
    })
    lead = { id: made.record.id, name }
    await page.goto(path)
    for (const [name, of, words] of [
      ['第一条', '线索', lead.name],
      ['第二条', '校区', '仙林'],
    ] as const) {
      await page
        .getByRole('button', { name: `新建${kind}` })
        .first()
        .click()
      const form = page.getByRole('dialog')
      await form.getByLabel('名称').first().fill(name)
      await form.getByLabel('哪个对象').selectOption({ label: of })
      await form.getByLabel('哪个对象').press('Tab')
      await page.keyboard.insertText(words)
      await form.locator('.link-editor .menu').waitFor()
      await takePictures(page, `any-relation-2-form-${of}`)
      await page.keyboard.press('Enter')
      expect(await form.getByRole('combobox', { name: '关于' }).inputValue()).toContain(words)
      await form.getByRole('button', { name: `新建${kind}` }).click()
      await page.getByText(name).first().waitFor()
      await page.goto(path)
    }
    await settle(page)
    await page.getByText(lead.name).first().waitFor()
    await takePictures(page, 'any-relation-3-list')
    await page.getByText('仙林校区').first().hover()
    await page.getByRole('button', { name: '改关于' }).first().click()
    await page.getByLabel('哪个对象').selectOption({ label: '线索' })
    await page.getByLabel('哪个对象').press('Tab')
    await page.keyboard.insertText(lead.name)
    await page.locator('.link-editor .menu').waitFor()
    await takePicture(page, 'any-relation-3-cell')
    await page.keyboard.press('Enter')
    await page.getByRole('searchbox').first().focus()
    await page.getByText('仙林校区').first().waitFor({ state: 'detached' })
    await page.getByText('已改关于').first().waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText('仙林校区').first().waitFor()
  })

  it('is asked for by object and by record, in words', async () => {
    const { page } = seat
    await page.getByRole('button', { name: '加条件' }).first().click()
    await page.locator('.menu').getByRole('button', { name: '关于', exact: true }).click()
    await page.getByLabel('关于 值').selectOption({ label: '校区' })
    await page.getByText('第一条').first().waitFor({ state: 'detached' })
    await page.getByText('第二条').first().waitFor()
    await takePictures(page, 'any-relation-4-filter')
    await page.getByLabel('比较').selectOption({ label: '属于' })
    await page
      .getByRole('checkbox', { name: new RegExp(lead.name) })
      .first()
      .waitFor()
    await takePictures(page, 'any-relation-4-records')
    await page.keyboard.press('Escape')
  })

  it('is shown, changed in place, and read from the other side', async () => {
    const { page } = seat
    await page.goto(path)
    await page.getByText('第一条').first().click()
    await page.waitForURL(/open=/u)
    await page.goto(`${path}/${new URL(page.url()).searchParams.get('open') ?? ''}`)
    await settle(page)
    await page.getByText(lead.name).first().waitFor()
    await takePictures(page, 'any-relation-5-record')
    // A text is saved once when it is left: saved twice it would clash with itself.
    await page.getByRole('button', { name: '改名称' }).click()
    await page.keyboard.press('End')
    await page.keyboard.insertText('！')
    await page.getByRole('heading', { name: '第一条' }).click()
    await page.getByRole('heading', { name: '第一条！' }).waitFor()
    const edit = page.getByRole('button', { name: '改关于' })
    const object = page.getByLabel('哪个对象')
    await edit.click()
    await object.focus()
    await object.selectOption({ label: '校区' })
    await takePictures(page, 'any-relation-5-editing')
    await page.getByRole('heading', { name: '第一条' }).click()
    await edit.getByText(lead.name).waitFor()
    await edit.click()
    await object.selectOption({ label: '校区' })
    await object.press('Tab')
    await page.keyboard.insertText('仙林')
    await page.locator('.link-editor .menu').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '第一条' }).click()
    await edit.getByText('仙林校区').waitFor()
    await page.getByText('校区：仙林校区').first().waitFor()
    await takePictures(page, 'any-relation-5-changed')
    await edit.click()
    await object.selectOption({ label: '线索' })
    await object.press('Tab')
    await page.keyboard.insertText(lead.name)
    await page.locator('.link-editor .menu').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '第一条' }).click()
    await edit.getByText(lead.name).waitFor()
    await page.goto(`/leads/${lead.id}`)
    await settle(page)
    const list = page.getByRole('region', { name: kind })
    await list.getByText('第一条').waitFor()
    await list.scrollIntoViewIfNeeded()
    await takePictures(page, 'any-relation-6-related')
  })
})
