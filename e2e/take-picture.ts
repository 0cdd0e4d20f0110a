import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { screens } from './browser.ts'

const folder = join(import.meta.dirname, 'pictures')

/** Kept beside the journeys, out of the repository: what a person looks at after a run. */
export const takePicture = async (page: Page, name: string): Promise<void> => {
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}

/** The same page at a desk and in the hand. */
export const takePictures = async (page: Page, name: string): Promise<void> => {
  await takePicture(page, `${name}-1440`)
  await page.setViewportSize(screens.phone)
  await takePicture(page, `${name}-390`)
  await page.setViewportSize(screens.desk)
}
