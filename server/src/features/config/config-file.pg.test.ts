import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { must } from '@jieli/core'
import { openBlankWorkspace, openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { installDemo } from '../install/install-demo.ts'
import { installEmpty } from '../install/install-empty.ts'
import { addField } from '../objects/add-field.ts'
import { changeOne } from '../records/apply-change.ts'
import { applyConfigFile, previewConfigFile } from './apply-config-file.ts'
import { changeConfig } from './change-config.ts'
import { readConfigTree } from './config-tree.ts'
import { exportConfigFile } from './write-config-file.ts'

let test: TestWorkspace
beforeAll(async () => void (test = await openTestWorkspace()))
afterAll(() => test.close())

const issuesOf = async (work: Promise<unknown>): Promise<string[]> => {
  try {
    await work
  } catch (error) {
    const { issues } = error as { issues: { path: string; params?: { name?: string; reason?: string } }[] }
    return issues.map(({ path, params }) => `${path} ${params?.name ?? params?.reason ?? ''}`)
  }
  return []
}

describe('settings as one file', () => {
  it('names people and places, explains itself, and holds no id and no secret', async () => {
    await test.workspace.secrets.set('source:douyin', 'clientSecret', 'very-secret', test.clock.now())
    const text = await exportConfigFile(test.contextOf('admin'))
    expect(text).toContain('# 角色 Role：没有写到的就是没有权限')
    expect(text).toContain('# 最关注提分科目 等于 雅思 且 预算 大于 ')
    expect(text).toContain('"@user:linruoxi"')
    expect(text).toContain('campus: "@campus:仙林校区"')
    expect(text).not.toMatch(/\b[of]_\d+\b|[0-9a-f]{8}-[0-9a-f]{4}-7|very-secret/)
    expect(text).toContain('{ name: trialTime, label: { zh-CN: 可接受试听时间, en: Trial time }, type: instant }')
    await expect(exportConfigFile(test.contextOf('zhou'))).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('differs in nothing from what it was made of', async () => {
    const text = await exportConfigFile(test.system())
    expect((await previewConfigFile(test.system(), text)).parts).toEqual([])
    expect((await applyConfigFile(test.system(), text, {})).done).toEqual([])
  })

  it('makes an empty workspace the same to the byte, records that it names included', async () => {
    const text = await exportConfigFile(test.system())
    const blank = await openBlankWorkspace()
    try {
      const { done } = await applyConfigFile(blank.system(), text, {})
      expect(done.every((part) => part.action === 'create')).toBe(true)
      expect(await exportConfigFile(blank.system())).toBe(text)
      expect((await applyConfigFile(blank.system(), text, {})).done).toEqual([])
      const people = [...blank.workspace.directory.current.users.values()]
      expect(people).toMatchObject([{ login: 'linruoxi', name: '林若溪', active: false }])
      await changeOne(blank.system(), 'lead', { action: 'create', ownerId: null, values: { name: '第一条' } })
    } finally {
      await blank.close()
    }
  })

  it('carries the whole demo company’s settings into an empty workspace, to the byte', async () => {
    const [demo, blank] = [await openBlankWorkspace(), await openBlankWorkspace()]
    try {
      await installDemo(demo.opened, {
        databaseUrl: demo.databaseUrl,
        home: demo.workspace.home,
        publicUrl: 'http://localhost',
        print: () => undefined,
        scale: 0.01,
        days: 2,
        simulatorPort: '9',
      })
      const text = await exportConfigFile(demo.system())
      expect(text).toContain('"@campus:仙林校区"')
      await applyConfigFile(blank.system(), text, {})
      expect(await exportConfigFile(blank.system())).toBe(text)
      expect((await previewConfigFile(demo.system(), text)).parts).toEqual([])
    } finally {
      await demo.close()
      await blank.close()
    }
  }, 60_000)

  it('turns another company’s workspace into this one, and only with consent where something would be missed', async () => {
    const text = await exportConfigFile(test.system())
    const other = await openBlankWorkspace()
    try {
      await installEmpty(other.opened)
      const own = { id: 'ours', label: '自己的来源', connector: 'form' }
      await changeConfig(other.system(), [{ kind: 'source', id: 'ours', item: own }])
      const before = await readConfigTree(other.workspace.db)
      await expect(applyConfigFile(other.system(), text, {})).rejects.toMatchObject({ code: 'plan-needs-consent' })
      expect(await readConfigTree(other.workspace.db)).toEqual(before)
      await applyConfigFile(other.system(), text, { allowRisks: true })
      expect(await exportConfigFile(other.system())).toBe(text)
    } finally {
      await other.close()
    }
  })

  it('carries links by the names of their objects, and refuses one that is not there', async () => {
    const [here, there] = [await openBlankWorkspace(), await openBlankWorkspace()]
    try {
      await installEmpty(here.opened)
      await addField(here.system(), 'task', {
        name: 'about',
        label: { 'zh-CN': '关于' },
        type: 'any-relation',
        settings: { objects: ['lead', 'contact'] },
      })
      const text = await exportConfigFile(here.system())
      await applyConfigFile(there.system(), text, {})
      expect(await exportConfigFile(there.system())).toBe(text)
      const fewer = text.replace(/objects: \[\s*lead,\s*contact\s*\]/, 'objects: [lead, campus]')
      expect((await previewConfigFile(there.system(), fewer)).parts).toMatchObject([
        { field: 'about', action: 'change', risk: { level: 'ask', code: 'targets-go', detail: 'contact' } },
      ])
      const faulty = text.replace(/objects: \[\s*lead,\s*contact\s*\]/, 'objects: [lead, ship]')
      expect(faulty).not.toBe(text)
      expect(await issuesOf(applyConfigFile(there.system(), faulty, { allowRisks: true }))).toContain(
        'object.task.fields.about.settings.objects.1 对象 ship',
      )
    } finally {
      await here.close()
      await there.close()
    }
  })

  it('keeps the same bytes whatever an admin wrote into a label', async () => {
    const blank = await openBlankWorkspace()
    const awkward = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      fc.constantFrom(
        '@user:lina',
        '@@',
        'yes',
        'null',
        '1e3',
        '# 号',
        '- 一',
        'a: b',
        '"',
        "'",
        '=1+1',
        '多\n行',
        ' 前后 ',
        '{',
        '[x',
        '&a',
        '*a',
        '!t',
        '%',
        '0x1F',
        '~',
      ),
    )
    try {
      await applyConfigFile(blank.system(), await exportConfigFile(test.system()), {})
      await fc.assert(
        fc.asyncProperty(fc.array(awkward, { minLength: 4, maxLength: 4 }), awkward, async (labels, value) => {
          const clean = (text: string): string => text.toWellFormed().replaceAll('\0', '')
          const nextSteps = labels.map((label) => ({ 'zh-CN': clean(label) || '空' }))
          const form = must(test.workspace.config.current.item('form', 'website'))
          const item = { ...form, nextSteps, fixed: { note: clean(value) } }
          await changeConfig(test.system(), [{ kind: 'form', id: 'website', item }])
          const text = await exportConfigFile(test.system())
          await applyConfigFile(blank.system(), text, {})
          expect(await exportConfigFile(blank.system())).toBe(text)
        }),
        { numRuns: 8 },
      )
    } finally {
      await blank.close()
    }
  }, 120_000)
})

describe('a file with faults', () => {
  const apply = (text: string) => issuesOf(applyConfigFile(test.system(), text, { allowRisks: true }))

  it('is told where and what, and changes nothing', async () => {
    const before = await readConfigTree(test.workspace.db)
    expect(await apply('role: [')).toMatchObject([expect.stringMatching(/^第 1 行 /)])
    expect(await apply('jieli: 1\nspells:\n  fire: {}\n')).toMatchObject([
      expect.stringMatching(/^第 2 行 1 列 \/spells .*spells/),
    ])
    expect(await apply('view:\n  a:\n    object: lead\n    label: { en: x }\n')).toMatchObject([
      expect.stringMatching(/^第 4 行 5 列 \/view\/a\/label\/zh-CN /),
    ])
    expect(await apply('jieli: 99\n')).toMatchObject([expect.stringMatching(/^第 1 行 1 列 \/jieli /)])
    expect(await apply('- 1\n')).toHaveLength(1)
    expect(await apply('role:\n  a: 7\n')).toMatchObject([expect.stringContaining('/role/a')])
    expect(await readConfigTree(test.workspace.db)).toEqual(before)
  })

  it('names nothing that is not there', async () => {
    const view = 'view:\n  a: { object: lead, label: { zh-CN: 甲 }, columns: [name, shoeSize] }\n'
    expect(await apply(view)).toContain('view.a.columns.1 字段 lead.shoeSize')
    expect(await apply('view:\n  a: { object: ship, label: { zh-CN: 甲 } }\n')).toContain('view.a.object 对象 ship')
    expect(await apply('form:\n  x: { title: { zh-CN: 甲 }, sourceId: nowhere, fields: [{ name: phone }] }\n')).toContain(
      'form.x.sourceId 来源 nowhere',
    )
    expect(
      await apply(
        'assignment-rule:\n  x: { label: 甲, order: 1, pool: { users: ["@user:nobody"] }, strategy: { name: least-load } }\n',
      ),
    ).toContain('/assignment-rule/x @user:nobody')
  })
})
