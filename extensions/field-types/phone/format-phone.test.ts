import { expect, test } from 'vitest'
import { formatPhone } from './format-phone.ts'

const shown = (number: string, region = 'CN', locale: 'zh-CN' | 'en' = 'zh-CN') => formatPhone(number, { region, locale })

test('a mobile number is grouped as it is read aloud', () => {
  expect(shown('+8613800138000')).toBe('138 0013 8000')
})

test('abroad the same number keeps its country code', () => {
  expect(shown('+8613800138000', 'US')).toMatch(/^\+86 /)
  expect(shown('+12025550123')).toMatch(/^\+1 /)
})

test('an extension is told in the reader’s language', () => {
  expect(shown('+862162345678;ext=801')).toMatch(/ 转 801$/)
  expect(shown('+862162345678;ext=801', 'CN', 'en')).toMatch(/ ext\. 801$/)
})

test('what no library knows is shown as it was kept', () => {
  expect(shown('12345')).toBe('12345')
})
