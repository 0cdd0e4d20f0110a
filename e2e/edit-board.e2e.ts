import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInToApi } from './api.ts'
import { openBrowser, settle, takeSeat } from './browser.ts'
import { takePicture } from './take-picture.ts'

/** 编辑看板: a manager puts a question of her own beside the usual cards, and everybody who sees the board can open the answer. */
describe('a board that is edited', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  it('gets a card 本月各科目报名金额, arranged by keyboard, that opens to the orders behind a bar', async () => {
    // On the first morning of a month nobody has signed up yet.
    const manager = await signInToApi('zhouxiaotong')
    await manager.post('/objects/order/records', {
      values: { subject: 'zk-math', amount: 8800, closedAt: new Date().toISOString(), status: 'closed' },
    })
    const { page, leave } = await takeSeat(browser, { login: 'zhouxiaotong' })
    await page.goto('/board')
    await settle(page)
    await page.getByRole('button', { name: '编辑看板' }).click()
    await page.getByRole('button', { name: '加卡片' }).click()
    await page.getByRole('button', { name: '自定义卡片' }).click()

    const drawer = page.getByRole('dialog', { name: '自定义卡片' })
    await drawer.getByLabel('卡片名称').fill('本月各科目报名金额')
    await drawer.getByLabel('数据', { exact: true }).selectOption('order')
    await drawer.getByLabel('指标', { exact: true }).selectOption('sum')
    await drawer.getByLabel('哪个字段').selectOption('amount')
    await drawer.getByLabel('时段', { exact: true }).selectOption('month')
    await drawer.getByLabel('按哪个时间').selectOption('closedAt')
    await drawer.getByLabel('分组', { exact: true }).selectOption('subject')
    await takePicture(page, 'edit-board-card')
    await drawer.getByRole('button', { name: '放到看板' }).click()

    const tiles = page.locator('.board-tile')
    const names = (): Promise<string[]> => tiles.locator('.board-tile-tools > .b').allInnerTexts()
    expect((await names()).at(-1)).toBe('本月各科目报名金额')
    await page.getByRole('radiogroup', { name: '「本月各科目报名金额」的宽度' }).getByRole('radio', { name: '占 2 列' }).click()
    await page.getByRole('button', { name: '移动「来源」' }).focus()
    await page.keyboard.press('Space')
    // Each step is told to screen readers; the next key comes when it was.
    await page.getByText('「来源」在「来源」的位置').waitFor({ state: 'attached' })
    await page.keyboard.press('ArrowUp')
    await page.getByText(/^「来源」在「(?!来源)/).waitFor({ state: 'attached' })
    await page.keyboard.press('Space')
    await expect.poll(async () => (await names()).indexOf('来源')).toBeLessThan(6)
    await takePicture(page, 'edit-board-arranged')
    await page.getByRole('button', { name: '保存' }).click()

    const card = page.getByRole('region', { name: '本月各科目报名金额' })
    const bar = card.getByRole('listitem').first().getByRole('link')
    await bar.waitFor()
    await card.scrollIntoViewIfNeeded()
    await takePicture(page, 'edit-board-saved')
    const subject = (await bar.innerText()).split('\n')[0] ?? ''
    await bar.click()
    await page.waitForURL('**/objects/order?**')
    const rows = page.locator('tr[aria-rowindex]')
    await rows.first().waitFor()
    expect(await page.evaluate(() => decodeURIComponent(location.href))).toMatch(/subject/)
    expect(await page.locator('body').innerText()).toContain(subject)

    // Everything as it was: other journeys look at the usual board.
    await page.goto('/board')
    await page.getByRole('button', { name: '编辑看板' }).click()
    await page.getByRole('button', { name: '恢复默认' }).click()
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: '编辑看板' }).waitFor()
    expect(await card.count()).toBe(0)
    await leave()
  })

  it.each(['desk', 'phone'] as const)(
    'is not written over unseen: who saves after somebody else chooses between theirs and their own (%s)',
    async (screen) => {
      const admin = await signInToApi('admin')
      const part = (name: string) => ({ kind: 'part', id: name, span: 1, part: name })
      const board = { label: { 'zh-CN': `回款看板 ${screen}` }, cards: [part('heat'), part('funnel')] }
      const made = await admin.post<{ board: { id: string; rev: number } }>('/boards', { ...board, isOwn: false })
      const { id } = made.board
      const stored = async () => {
        const { boards } = await admin.get<{ boards: { id: string; rev: number; cards: { id: string }[] }[] }>('/boards')
        return boards.find((one) => one.id === id)
      }
      const { page, leave } = await takeSeat(browser, { login: 'zhouxiaotong', screen, expected: /409/ })
      await page.goto(`/board?board=${id}`)
      await settle(page)
      if (screen === 'phone') await page.getByRole('button', { name: '更多' }).click()
      await page.getByRole('button', { name: '编辑看板' }).click()
      await page.getByRole('button', { name: '拿掉「校区 × 小时」' }).click()
      const theirs = { ...board, cards: [part('sources'), part('heat')] }
      await admin.put(`/boards/${id}`, { ...theirs, rev: made.board.rev })

      await page.getByRole('button', { name: '保存' }).click()
      const dialog = page.getByRole('dialog', { name: /刚被孟扬改过/ })
      await dialog.getByText('加了「来源」').waitFor()
      await takePicture(page, `edit-board-conflict-${screen}`)
      await dialog.getByRole('button', { name: '载入新版' }).click()
      const names = () => page.locator('.board-tile-tools > .b').allInnerTexts()
      await expect.poll(names).toEqual(['来源', '校区 × 小时'])
      expect(await page.getByText('放回来').count()).toBe(0)

      await page.getByRole('button', { name: '拿掉「来源」' }).click()
      await admin.put(`/boards/${id}`, { ...board, rev: made.board.rev + 1 })
      await page.getByRole('button', { name: '保存' }).click()
      await dialog.getByRole('button', { name: '用我的覆盖' }).click()
      await page.getByText('看板已保存').waitFor()
      expect((await stored())?.cards.map((card) => card.id)).toEqual(['heat'])
      await admin.remove(`/boards/${id}`)
      await leave()
    },
  )
})
