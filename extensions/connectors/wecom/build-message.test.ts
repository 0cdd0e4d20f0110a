import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { must, type OutboundMessage } from '@jieli/core'
import { bytesOf } from '../../kit/truncate-text.ts'
import { buildMessage, limits } from './build-message.ts'

const app = { agentId: 1000002, sourceName: '接力' }
const message = (change: Partial<OutboundMessage> = {}): OutboundMessage => ({
  key: 'notice-1',
  to: 'lisi',
  title: '新线索待跟进',
  lines: ['来自抖音'],
  facts: [{ name: '姓名', value: '王先生' }],
  ...change,
})

describe('buildMessage', () => {
  it('makes a card with facts when there is something to open', () => {
    expect(buildMessage(message({ url: 'https://crm.example.com/l/1' }), app)).toEqual({
      touser: 'lisi',
      agentid: 1000002,
      msgtype: 'template_card',
      enable_duplicate_check: 1,
      duplicate_check_interval: 14_400,
      template_card: {
        card_type: 'text_notice',
        source: { desc: '接力', desc_color: 0 },
        main_title: { title: '新线索待跟进' },
        sub_title_text: '来自抖音',
        horizontal_content_list: [{ keyname: '姓名', value: '王先生' }],
        card_action: { type: 1, url: 'https://crm.example.com/l/1' },
        task_id: 'notice-1',
      },
    })
  })

  it('puts further pages below the card: three at most, none that no browser may open', () => {
    const link = (title: string, url = 'https://crm.example.com/s') => ({ title, url })
    const links = [link('停止订阅'), link('坏', 'javascript:alert(1)'), link(' '), link('二'), link('三'), link('四')]
    const body = buildMessage(message({ url: 'https://crm.example.com', links }), app)
    expect(body.template_card?.jump_list).toEqual(
      ['停止订阅', '二', '三'].map((title) => ({ type: 1, title, url: 'https://crm.example.com/s' })),
    )
  })

  it('makes text of the same words when there is no link, or one that no browser may open', () => {
    for (const change of [{}, { url: 'javascript:alert(1)' }, { url: `https://x.cn/${'a'.repeat(3_000)}` }]) {
      expect(buildMessage(message(change), app)).toMatchObject({
        msgtype: 'text',
        text: { content: '新线索待跟进\n来自抖音\n姓名：王先生' },
      })
    }
  })

  it('lets no customer put a link into a text', () => {
    const body = buildMessage(message({ title: '<a href="https://evil.example">点我</a>' }), app)
    expect(must(body.text).content).not.toMatch(/[<>]/)
  })

  it('cuts names and values as WeCom wants and shows a dash for what is empty', () => {
    const facts = [
      { name: '最关注提分科目', value: '' },
      { name: '', value: '数'.repeat(40) },
    ]
    const card = must(buildMessage(message({ facts, url: 'https://crm.example.com' }), app).template_card)
    expect(card.horizontal_content_list).toEqual([
      { keyname: '最关注提…', value: '—' },
      { keyname: '—', value: `${'数'.repeat(29)}…` },
    ])
  })

  it('gives every key a task id that WeCom takes, and different keys different ones', () => {
    const taskId = (key: string) => must(buildMessage(message({ key, url: 'https://x.cn' }), app).template_card).task_id
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (left, right) => {
        fc.pre(left.toWellFormed() !== right.toWellFormed())
        expect(taskId(left)).toMatch(/^[0-9A-Za-z_@-]{1,128}$/)
        expect(taskId(left)).not.toBe(taskId(right))
      }),
    )
  })

  it('keeps to every limit for all messages', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 })
    const facts = fc.array(fc.record({ name: text, value: text }), { maxLength: 9 })
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 12 }), facts, fc.boolean(), (title, lines, list, linked) => {
        const body = buildMessage(
          message({ title, lines, facts: list, ...(linked && { url: 'https://crm.example.com' }) }),
          app,
        )
        if (body.text) expect(bytesOf(body.text.content)).toBeLessThanOrEqual(limits.textBytes)
        const card = body.template_card
        if (!card) return
        expect(card.main_title.title.length).toBeLessThanOrEqual(limits.titleChars)
        expect(card.main_title.title).not.toBe('')
        expect(card.sub_title_text?.length ?? 0).toBeLessThanOrEqual(limits.subTitleChars)
        expect(card.horizontal_content_list?.length ?? 0).toBeLessThanOrEqual(limits.facts)
        expect(JSON.stringify(card).isWellFormed()).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
