import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, settle, takeSeat, type Seat } from './browser.ts'
import { takePictures } from './take-picture.ts'

const run = Date.now() % 100_000
const object = `试听课${run}`
const role = `试听老师${run}`
const teacher = { name: `闻老师${run}`, login: `wen${run}` }

interface Wanted {
  label: string
  type: string
  settings?(drawer: Locator, page: Page): Promise<unknown>
}

const fields: Wanted[] = [
  // High up in the matrix of rights, where no toast comes over its cell.
  { label: '内部评价', type: '评分' },
  { label: '状态', type: '单选', settings: (drawer) => drawer.getByLabel('选项').fill('待上课\n已上课\n取消') },
  { label: '学员', type: '关联', settings: (drawer) => drawer.getByLabel('指向哪个对象').selectOption({ label: '线索' }) },
  { label: '上课时间', type: '日期时间' },
  { label: '单价', type: '金额' },
  { label: '课时', type: '数字' },
  { label: '折扣', type: '百分比' },
  {
    label: '应付',
    type: '公式',
    settings: async (drawer, page) => {
      await drawer.getByRole('textbox', { name: '公式' }).click()
      await page.keyboard.insertText('{单价} * {课时} * {折扣}')
      await drawer.getByText('得到数字').waitFor()
      await drawer.getByLabel('显示成').selectOption({ label: '金额' })
    },
  },
  {
    label: '学员来源',
    type: '引用',
    settings: async (drawer) => {
      await drawer.getByLabel('通过哪个关联').selectOption({ label: '学员' })
      await drawer.getByLabel('显示对方的哪个字段').selectOption({ label: '来源' })
    },
  },
  { label: '课号', type: '自动编号', settings: (drawer) => drawer.getByLabel('编号格式').fill('ST-{yyyyMM}-{000}') },
  { label: '课堂照片', type: '图片' },
  { label: '取消原因', type: '多行文本' },
]

const addField = async (page: Page, { label, type, settings }: Wanted): Promise<void> => {
  await page.getByRole('button', { name: '加字段' }).first().click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('字段名称').fill(label)
  await drawer.getByRole('radio', { name: type, exact: true }).click()
  await settings?.(drawer, page)
  if (type === '公式') await takePictures(page, 'build-1-formula')
  await drawer.getByRole('button', { name: '加上' }).click()
  await page.getByText(`「${label}」已生效`).waitFor()
}

const addView = async (page: Page, view: { kind: string; name: string; by: string; field: string }): Promise<void> => {
  await page.getByRole('button', { name: '加视图' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('radio', { name: view.kind }).click()
  await drawer.getByLabel('视图名字').fill(view.name)
  await drawer.getByLabel(view.by).selectOption({ label: view.field })
  await drawer.getByRole('radio', { name: '所有人都能用' }).click()
  await takePictures(page, `build-3-view-${view.kind === '看板' ? 'kanban' : 'calendar'}`)
  await drawer.getByRole('button', { name: '保存' }).click()
  await page.getByText(`视图「${view.name}」已保存`).waitFor()
}

/** Everything from nothing, in the pages, by somebody who has never written a line of code. */
describe('an object', () => {
  let browser: Browser
  let admin: Seat
  let path = ''
  let password = ''
  const name = (): string => path.split('/').at(-1) ?? ''
  beforeAll(async () => {
    browser = await openBrowser()
    admin = await takeSeat(browser, { login: 'admin' })
  })
  afterAll(() => browser?.close())

  it('is made with twelve fields, worked out ones among them', async () => {
    const { page } = admin
    await page.goto('/settings/objects')
    await page.getByRole('button', { name: '新建对象' }).click()
    await page.getByLabel('对象名称').fill(object)
    await page.getByRole('button', { name: '建好' }).click()
    await page.getByRole('heading', { name: object }).waitFor()
    for (const field of fields) await addField(page, field)
    path = `/objects/${new URL(page.url()).searchParams.get('object') ?? ''}`
    await page.getByText('13 个字段').first().waitFor()
    await takePictures(page, 'build-1-fields')
    await page.getByRole('button', { name: '应付', exact: true }).click()
    await page.getByRole('dialog').getByText('{单价}').first().waitFor()
    await takePictures(page, 'build-1-field-drawer')
    await page.keyboard.press('Escape')
  })

  it('gets a page of two tabs, with a field that shows only when it is wanted', async () => {
    const { page } = admin
    await page.goto(`/settings/layouts?object=${name()}`)
    await page.getByRole('button', { name: '开始布局' }).click()
    await page.getByRole('button', { name: '加标签页' }).click()
    await page.getByLabel('标签页名称').fill('课后')
    await page.getByRole('button', { name: '加一组字段' }).click()
    await page.getByRole('radio', { name: '资料' }).click()
    await page.getByRole('button', { name: '取消原因', exact: true }).click()
    await page.getByRole('button', { name: '加条件' }).click()
    await page.getByLabel('字段', { exact: true }).selectOption({ label: '状态' })
    await page.getByLabel('怎么比').selectOption({ label: '等于' })
    await page.locator('.cond-row').getByLabel('状态 值').selectOption({ label: '取消' })
    await takePictures(page, 'build-2-layout')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('布局已生效').waitFor()
  })

  it('gets a board and a calendar for everybody', async () => {
    const { page } = admin
    await page.goto(path)
    await settle(page)
    await addView(page, { kind: '看板', name: '按状态', by: '按哪个字段分列', field: '状态' })
    await addView(page, { kind: '日历', name: '课表', by: '开始时间', field: '上课时间' })
    await settle(page)
    await takePictures(page, 'build-3-calendar')
  })

  it('is opened to a role that sees part of it, and to a colleague with that role', async () => {
    const { page } = admin
    await page.goto('/settings/roles')
    await page.getByRole('button', { name: '新角色' }).click()
    await page.getByLabel('角色名称').fill(role)
    await page.getByRole('button', { name: '建角色' }).click()
    await page.getByText(`已建角色「${role}」`).waitFor()
    await page.getByLabel('找对象或字段').fill(object)
    await page.getByLabel(`${role}对${object}：看哪些行`).selectOption({ label: '本人' })
    await page.getByRole('checkbox', { name: `${role}对${object}：新建` }).click()
    await page.getByLabel(`${role}对${object}：改哪些行`).selectOption({ label: '本人' })
    for (const [field, right] of [
      [`${object} 没有单独设的字段`, '可改'],
      ['单价', '只看'],
      ['内部评价', '无'],
    ] as const) {
      await page.getByRole('button', { name: new RegExp(`^${role}对${field}：`) }).click()
      await page.getByRole('button', { name: right, exact: true }).click()
      await page.getByRole('button', { name: `${role}对${field}：${right}` }).waitFor()
    }
    await takePictures(page, 'build-4-role')

    await page.goto('/settings/people')
    await page.getByRole('button', { name: '添加同事' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('姓名').fill(teacher.name)
    await drawer.getByLabel('登录名').fill(teacher.login)
    const roles = drawer.getByRole('combobox', { name: '角色' })
    await roles.press('Backspace')
    await roles.fill(role)
    await drawer.getByRole('option', { name: role }).click()
    await drawer.getByRole('button', { name: '添加', exact: true }).click()
    password = await page.locator('code.one-time').innerText()
    await page.getByRole('button', { name: '我已经交给本人' }).click()
  })

  it('lets that colleague make a record, see what they may and nothing else, and have a new field at once', async () => {
    const { page, leave } = await takeSeat(browser)
    await page.goto(`/sign-in?back=${path}`)
    await page.getByLabel('账号').fill(teacher.login)
    await page.getByLabel('密码').fill(password)
    await page.getByRole('button', { name: '登录' }).click()
    await page.waitForURL(`**${path}`)
    await page
      .getByRole('button', { name: `新建${object}` })
      .first()
      .click()
    const form = page.getByRole('dialog')
    await form.getByLabel('名称').first().fill('周六的课')
    expect(await form.getByLabel('内部评价').count()).toBe(0)
    expect(await form.getByLabel('应付').count()).toBe(0)
    await form.getByLabel('状态').selectOption({ label: '待上课' })
    await form.getByLabel('上课时间').fill(`${new Date().toISOString().slice(0, 8)}18T10:00`)
    await form.getByRole('textbox', { name: '课时', exact: true }).fill('4')
    await form.getByRole('textbox', { name: '折扣', exact: true }).fill('85%')
    await takePictures(page, 'build-5-new-record')
    await form.getByRole('button', { name: `新建${object}` }).click()
    await page.getByText('周六的课').first().waitFor()
    await settle(page)
    await takePictures(page, 'build-5-calendar')

    await page.waitForURL(/open=/u)
    await page.goto(`${path}/${new URL(page.url()).searchParams.get('open') ?? ''}`)
    await settle(page)
    await page.getByText(/^ST-\d{6}-001$/).waitFor()
    expect(await page.getByText('内部评价').count()).toBe(0)
    expect(await page.getByText('取消原因').count()).toBe(0)
    await takePictures(page, 'build-5-record')

    const label = `带班顾问${run}`
    await page.evaluate(() => (document.body.dataset['neverReloaded'] = 'yes'))
    await admin.page.goto(`/settings/objects?object=${name()}`)
    await addField(admin.page, { label, type: '人员' })
    await admin.page.goto(`/settings/layouts?object=${name()}`)
    await admin.page.getByRole('button', { name: label }).click()
    await admin.page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText(label).first().waitFor()
    expect(await page.evaluate(() => document.body.dataset['neverReloaded'])).toBe('yes')
    await takePictures(page, 'build-6-live')
    await leave()
    await admin.leave()
  })
})
