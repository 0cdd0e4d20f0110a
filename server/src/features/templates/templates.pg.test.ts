import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { must } from '@jieli/core'
import { educationSolution } from '@jieli/extensions/solutions'
import { openBlankWorkspace, openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { findDangling } from '../config/check-references.ts'
import { readConfigTree } from '../config/config-tree.ts'
import { exportConfigFile } from '../config/write-config-file.ts'
import { installObjects, installSettings } from '../install/install-objects.ts'
import { installTemplateCompany } from '../install/install-template-company.ts'
import { findRecords } from '../records/find-records.ts'
import { findTemplates } from './find-templates.ts'
import { installTemplate, previewRemoval, previewTemplate, removeTemplate } from './install-template.ts'
import { templateNames } from './template-file.ts'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})
const pathOf = (name: string): string =>
  fileURLToPath(new URL(`../../../../extensions/solutions/${name}/template.yaml`, import.meta.url))
const fileOf = (name: string): Promise<string> => readFile(pathOf(name), 'utf8')
const countOf = async (test: Pick<TestWorkspace, 'system'>, object: string): Promise<number> =>
  must((await findRecords(test.system(), { object, select: ['id'], limit: 1, count: 'exact' })).count).value

describe.each(templateNames)('template %s', (name) => {
  it('starts a company, and its settings are its file to the byte', async () => {
    const blank = await openBlankWorkspace()
    opened.push(blank)
    const { records } = await installTemplateCompany(blank.opened, name)
    expect(records).toBeGreaterThan(250)
    expect(await exportConfigFile(blank.system())).toBe(await fileOf(name))
    expect(findDangling(await readConfigTree(blank.workspace.db))).toEqual([])
    expect(await countOf(blank, 'lead')).toBeGreaterThan(60)
    expect(await countOf(blank, 'followUp')).toBeGreaterThan(60)
  }, 60_000)
})

describe('the education template', () => {
  it('is written from the solution that every workspace begins with', async () => {
    const blank = await openBlankWorkspace()
    opened.push(blank)
    await installObjects(blank.system(), '教育')
    await installSettings(blank.system(), educationSolution({ campuses: [], seniorConsultantIds: [] }))
    await expect(await exportConfigFile(blank.system())).toMatchFileSnapshot(pathOf('education'))
  })
})

describe('templates in a workspace that is in use', () => {
  it('stand beside one another, change nothing that was there, and go without a trace', async () => {
    const test = await openTestWorkspace()
    opened.push(test)
    const before = await readConfigTree(test.workspace.db)
    const leads = await countOf(test, 'lead')
    for (const name of templateNames) {
      const { parts } = await previewTemplate(test.system(), name)
      expect(parts.filter((part) => part.risk)).toEqual([])
      await installTemplate(test.contextOf('admin'), { name, withDemo: name === 'dental' })
    }
    const after = await readConfigTree(test.workspace.db)
    expect(findDangling(after)).toEqual([])
    expect(after.view).toMatchObject(before.view ?? {})
    expect(after.form).toMatchObject(before.form ?? {})
    expect(await countOf(test, 'patient')).toBe(120)
    expect(await countOf(test, 'lead')).toBeGreaterThan(leads + 60)
    expect(await test.workspace.db.query('SELECT 1 FROM w.notice')).toEqual([])

    const { demoRecords } = await removeTemplate(test.contextOf('admin'), { name: 'dental', demoOnly: true })
    expect(demoRecords).toBeGreaterThan(300)
    expect([await countOf(test, 'patient'), await countOf(test, 'lead')]).toEqual([0, leads])
    for (const name of templateNames) await removeTemplate(test.contextOf('admin'), { name, demoOnly: false })
    const left = await readConfigTree(test.workspace.db)
    expect(Object.keys(left.object ?? {})).toEqual(Object.keys(before.object ?? {}))
    expect({ ...left, object: 0 }).toEqual({ ...before, object: 0 })
    expect((await findTemplates(test.system(), 'zh-CN')).map((card) => card.installedAt)).toEqual(templateNames.map(() => null))
  }, 120_000)

  it('say whose records would no longer be seen before they go, and are an administrator’s', async () => {
    const test = await openTestWorkspace()
    opened.push(test)
    await installTemplate(test.system(), { name: 'saas', withDemo: true })
    const { parts } = await previewRemoval(test.system(), 'saas')
    expect(parts.find((part) => part.id === 'ticket')).toMatchObject({
      action: 'remove',
      risk: { code: 'object-has-records', count: 80 },
    })
    await expect(installTemplate(test.system(), { name: 'saas', withDemo: false })).rejects.toMatchObject({
      code: 'already-installed',
    })
    await expect(installTemplate(test.contextOf('zhou'), { name: 'dental', withDemo: false })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(removeTemplate(test.contextOf('lina'), { name: 'saas', demoOnly: true })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(previewTemplate(test.system(), '../../../etc')).rejects.toMatchObject({ code: 'not-found' })
  }, 60_000)
})
