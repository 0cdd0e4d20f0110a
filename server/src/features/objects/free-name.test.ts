import { expect, it } from 'vitest'
import { freeName } from './free-name.ts'

const nameOf = (zh: string, ...taken: string[]): string => freeName({ 'zh-CN': zh }, new Set(taken), 'field')

it('is readable: pinyin without tones, letters and digits as they are', () => {
  expect(nameOf('备考学校')).toBe('beikaoxuexiao')
  expect(nameOf('微信ID 2')).toBe('weixinid2')
})

it('always begins with a letter, and is something when nothing is left', () => {
  expect(nameOf('3 月目标')).toBe('yuemubiao')
  expect(nameOf('★★')).toBe('field')
  expect(nameOf('线'.repeat(80)).length).toBeLessThanOrEqual(40)
})

it('is not taken', () => {
  expect(nameOf('学校', 'xuexiao')).toBe('xuexiao2')
  expect(nameOf('学校', 'xuexiao', 'xuexiao2')).toBe('xuexiao3')
})
