import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { readFormPage } from '../demo/public-form-page.ts'

/** Nobody fills a form in less; the program asks those who do to look again. */
const FILLING_MS = 2_000

/** Answers the seven questions of a campus form as a person would. */
export const answerForm = async (page: Page, { name, phone }: { name: string; phone: string }): Promise<void> => {
  await page.getByLabel('怎么称呼您').fill(name)
  await page.getByLabel('孩子年级').selectOption({ label: '初三' })
  await page.getByLabel('手机号').fill(phone)
  await page.getByLabel('孩子的名字').fill('小宇')
  await page.getByLabel('最想提分的科目').selectOption({ label: '中考数学' })
  await page.locator('.d input').last().check()
  await page.getByLabel('想先解决什么').fill('二次函数总丢分')
  await page.waitForTimeout(FILLING_MS)
}

export const sendForm = (page: Page): Promise<void> => page.getByRole('button', { name: '约这个时间' }).click()
export const seeThanks = (page: Page): Promise<void> => page.getByRole('heading', { name: '已收到' }).waitFor()

/** The same without a browser, where the page itself is not what is looked at. */
export const comeByForm = async ({
  campaign,
  ...customer
}: {
  name: string
  phone: string
  campaign: string
}): Promise<void> => {
  const door = `${inject('appUrl')}/f/campus-xianlin`
  const { hidden } = readFormPage(await (await fetch(`${door}?utm_campaign=${campaign}`)).text())
  await pause(FILLING_MS + 100)
  const body = new URLSearchParams({ ...hidden, ...customer, grade: 'g9', subject: 'zk-math', note: '月考几何大题不会做' })
  expect((await fetch(door, { method: 'POST', body, redirect: 'manual' })).status).toBe(303)
}
