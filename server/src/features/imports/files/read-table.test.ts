import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { writeXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '@jieli/core'
import { collect } from '../../exports/collect.fixture.ts'
import { readTable } from './read-table.ts'
import { splitHeader } from './split-header.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jieli-table-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let count = 0
const read = async (
  content: string | Uint8Array,
): Promise<{ kind: string; encoding: string; hidden: number; headers: string[]; rows: string[][]; numbers: number[] }> => {
  const path = join(folder, `file-${count++}.csv`)
  await writeFile(path, content)
  const table = await readTable(path)
  const headed = await splitHeader(table.rows)
  const rows = await collect(headed.rows)
  return {
    kind: table.kind,
    encoding: table.encoding,
    hidden: table.hiddenRows,
    headers: headed.headers,
    rows: rows.map((row) => row.cells),
    numbers: rows.map((row) => row.number),
  }
}
const refusal = async (content: string | Uint8Array): Promise<string> => {
  const error: unknown = await read(content).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof AppError)) throw new Error(`not refused as it should be: ${String(error)}`)
  return `${error.code} ${error.details['reason'] ?? error.details['limit'] ?? ''}`
}

/** A zip archive of the parts; `claims` lets a part lie about its size. */
const zipOf = (parts: Record<string, Buffer>, claims: Record<string, number> = {}): Buffer => {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(content)
    const header = Buffer.alloc(26)
    header.writeUInt16LE(20, 0)
    header.writeUInt16LE(8, 4)
    header.writeUInt32LE(packed.length, 14)
    header.writeUInt32LE(claims[name] ?? content.length, 18)
    header.writeUInt16LE(name.length, 22)
    files.push(Buffer.from('PK\u0003\u0004'), header, Buffer.from(name), packed)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), header, place, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(Object.keys(parts).length, 4)
  end.writeUInt16LE(Object.keys(parts).length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...files, central, Buffer.from('PK\u0005\u0006'), end])
}

const sheet = '姓名,手机\n王女士,13800138000\n'

describe('a text file', () => {
  it.each([
    ['utf-8', Buffer.from(sheet)],
    ['utf-8', Buffer.from(`\uFEFF${sheet}`)],
    ['utf-16le', iconv.encode(sheet, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(sheet, 'utf-16be', { addBOM: true })],
    ['utf-16le', iconv.encode('name,phone,city\nWang,13800138000,NJ\n', 'utf-16le', { addBOM: false })],
    ['gb18030', iconv.encode(sheet, 'gbk')],
    ['gb18030', iconv.encode('姓名,手机\n𠮷㐀女士,1\n', 'gb18030')],
  ])('in %s is read as it was written', async (encoding, content) => {
    const table = await read(content)
    expect(table.encoding).toBe(encoding)
    expect(['姓名', 'name']).toContain(table.headers[0])
    expect(table.rows).toHaveLength(1)
    expect(['王女士', '𠮷㐀女士', 'Wang']).toContain(table.rows[0]?.[0])
  })

  it('is UTF-8 even when its first Chinese character comes after a megabyte', async () => {
    const table = await read(`name,phone\n${'Wang,13800138000\n'.repeat(70_000)}王,1\n`)
    expect(table).toMatchObject({ encoding: 'utf-8' })
    expect(table.rows.at(-1)?.[0]).toBe('王')
  })

  it.each([',', ';', '\t', '|'])('may part its cells by %j', async (delimiter) => {
    const table = await read(
      ['姓名', '手机', '备注'].join(delimiter) + '\n' + ['王', '1', '"要, 快; 很\t急 | 好"'].join(delimiter) + '\n',
    )
    expect(table.rows).toEqual([['王', '1', '要, 快; 很\t急 | 好']])
  })

  it('keeps line breaks and quotes inside of quotes, and rows that are longer or shorter than the header', async () => {
    const table = await read('a,b\r\n"1\r\n2","他说""好"""\r\n3\r\n4,5,6\r\n')
    expect(table.rows).toEqual([['1\r\n2', '他说"好"'], ['3'], ['4', '5', '6']])
  })

  it('may have a title above its header, blank lines, nameless columns and columns of one name', async () => {
    const table = await read('2026 春季线索,,,\n\n姓名,,电话,电话\n王,x,1,2\n\n李,y,3,4\n')
    expect(table.headers).toEqual(['姓名', '第 2 列', '电话', '电话 (2)'])
    expect(table).toMatchObject({
      rows: [
        ['王', 'x', '1', '2'],
        ['李', 'y', '3', '4'],
      ],
      numbers: [4, 6],
    })
  })

  it('of five hundred columns is refused, and the limit is named; an empty one and one of headers say what is missing', async () => {
    const wide = Array.from({ length: 500 }, (_, index) => `列${index}`).join(',')
    expect(await refusal(`${wide}\n${wide}\n`)).toBe('too-large 200 列')
    expect(await refusal('\n\n  ,\n')).toContain('里面没有内容')
  })

  it('with a quote that never ends is refused, and the line is named', async () => {
    expect(await refusal(`a,b\n1,2\n3,"4\n${'5,6\n'.repeat(10)}`)).toBe(
      'unreadable-file 第 3 行有一个双引号没有配对，后面的内容都被它吞掉了。补上或删掉这个双引号再上传',
    )
  })

  it.each([
    ['binary data', Buffer.from([1, 2, 0, 4, 0, 0, 9, 9, 0, 1]), '内容是二进制数据'],
    ['a PDF', Buffer.from('%PDF-1.7\nxx'), '这是 PDF'],
    ['a web page', Buffer.from('\uFEFF <html><table><tr><td>姓名'), '这是网页'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), '旧版 Excel'],
    ['nothing but blank lines', Buffer.from('\n ,, \n\n'), '没有内容'],
    ['text in no encoding', Buffer.from([0x61, 0x2c, 0xff, 0xfe, 0xff, 0x0a, 0xff, 0xff]), '认不出文字编码'],
  ])('that is %s is refused in words', async (_, content, words) => {
    expect(await refusal(content)).toContain(`unreadable-file ${words}`.slice(0, 16))
    expect(await refusal(content)).toContain(words)
  })
})

const cases = new URL('../../../../../../shared/data/csv_vcard_cases/', import.meta.url)
describe.runIf(existsSync(cases))('the published edge cases of CSV', () => {
  const names = existsSync(cases) ? readdirSync(new URL('csvs/', cases)).map((name) => name.replace('.csv', '')) : []
  it.each(names)('%s reads as published', async (name) => {
    const truth = [JSON.parse(readFileSync(new URL(`json/${name}.json`, cases), 'utf8')) as Record<string, string>[]].flat()
    const table = await read(readFileSync(new URL(`csvs/${name}.csv`, cases)))
    const records = table.rows.map((row) =>
      Object.fromEntries(table.headers.map((header, column) => [header, row[column] ?? ''])),
    )
    // One published answer has another phone number than its file; the rest of it holds.
    const corrected =
      name === 'location_coordinates' ? truth.map((record) => ({ ...record, 'Contact Phone Number': '2095257564' })) : truth
    expect(records).toEqual(corrected)
  })
})

describe('a workbook', () => {
  it('called .csv is read as the workbook it is: phones are whole digits, days are days, merged cells stand for their rows, hidden rows are counted', async () => {
    const content = await writeXlsx({
      sheets: [
        { name: '隐藏', hidden: true, rows: [['别读我'], ['x']] },
        {
          name: '线索',
          rowDefs: new Map([[2, { hidden: true }]]),
          merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
          rows: [
            ['校区', '手机', '日期', '成交', '预算'],
            ['仙林', 13_800_138_000, new Date('2026-03-08T00:00:00Z'), true, 0.1 + 0.2],
            [null, 13_900_139_000, new Date('2026-03-08T14:30:00Z'), false, 1.5e10],
          ],
        },
      ],
    })
    expect(await read(content)).toMatchObject({
      kind: 'xlsx',
      hidden: 1,
      headers: ['校区', '手机', '日期', '成交', '预算'],
      rows: [
        ['仙林', '13800138000', '2026-03-08', '是', '0.3'],
        ['仙林', '13900139000', '2026-03-08 14:30', '否', '15000000000'],
      ],
    })
  })

  it.each([
    ['0%', '7%', '28.5%'],
    ['0.00%', '7%', '28.5%'],
    ['0.0%_);[Red](0.0%)', '7%', '28.5%'],
    ['[<1]0.0%;"多"0%', '7%', '28.5%'],
    ['0.00"%"', '0.07', '0.285'],
    ['0.00_%', '0.07', '0.285'],
    [String.raw`0.00\%`, '0.07', '0.285'],
    ['General', '0.07', '0.285'],
    ['yyyy-mm-dd hh:mm', '1899-12-31 01:40', '1899-12-31 06:50'],
  ])('gives what people see of a number shown as %s', async (numFmt, first, second) => {
    const content = await writeXlsx({
      sheets: [
        {
          name: '折扣',
          columns: [{}, { style: { numFmt } }],
          rows: [
            ['姓名', '值'],
            ['王', 0.07],
            ['李', 0.285],
            ['赵', '面议'],
          ],
        },
      ],
    })
    expect((await read(content)).rows).toEqual([
      ['王', first],
      ['李', second],
      ['赵', '面议'],
    ])
  })

  it('may show a single cell as percent, leave out where cells stand, and have a styles part of another kind of program', async () => {
    const relation = (id: string, kind: string, target: string): string =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`
    const parts = {
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': `<Relationships>${relation('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
      'xl/workbook.xml': '<workbook><sheets><sheet name="s" sheetId="1" r:id="b"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': `<Relationships>${relation('c', 'styles', '/xl/looks.xml')}${relation('b', 'worksheet', 'worksheets/one.xml')}</Relationships>`,
      'xl/looks.xml':
        '<x:styleSheet><x:numFmts><x:numFmt formatCode="0&quot;%&quot;" numFmtId="170"/><x:numFmt formatCode="[>1]0%" numFmtId="171"></x:numFmt></x:numFmts>' +
        '<x:cellStyleXfs><x:xf numFmtId="9"/><x:xf numFmtId="9"/></x:cellStyleXfs>' +
        '<x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="10"><x:alignment/></x:xf><x:xf numFmtId="170"/><x:xf numFmtId="171"/></x:cellXfs></x:styleSheet>',
      'xl/worksheets/one.xml':
        '<x:worksheet><x:cols><x:col min="1" max="9" style="1"/></x:cols><x:sheetData>' +
        '<x:row><x:c t="str"><x:v>a</x:v></x:c><x:c t="str"><x:v>b</x:v></x:c><x:c t="str"><x:v>c</x:v></x:c></x:row>' +
        '<x:row spans="1:3" s="1"><x:c s="1"><x:v>0.5</x:v></x:c><x:c s="2"><x:v>0.5</x:v></x:c><x:c s="3"><x:f>1/2</x:f><x:v>0.5</x:v></x:c></x:row>' +
        '<x:row r="5"><x:c r="B5" s="1"><x:v>0.5</x:v></x:c><x:c><x:v>0.5</x:v></x:c></x:row>' +
        '</x:sheetData></x:worksheet>',
    }
    const content = zipOf(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])))
    expect(await read(content)).toMatchObject({
      rows: [
        ['50%', '0.5', '50%'],
        ['', '50%', '0.5'],
      ],
      numbers: [2, 5],
    })
  })

  it('that is only an archive, or torn, is refused in words', async () => {
    expect(await refusal(zipOf({ 'a.csv': Buffer.from(sheet) }))).toContain('这是压缩包')
    const whole = Buffer.from(
      await writeXlsx({
        sheets: [
          {
            name: 'a',
            rows: [
              ['b', 'c'],
              [1, 2],
            ],
          },
        ],
      }),
    )
    expect(await refusal(whole.subarray(0, whole.length - 200))).toContain('文件已损坏')
  })

  it('that would unfold a thousandfold is not opened, whether it says so or lies', async () => {
    const bomb = Buffer.alloc(30 * 1_048_576, 'a')
    expect(await refusal(zipOf({ 'xl/workbook.xml': bomb }))).toContain('解压后大得不正常')
    expect(await refusal(zipOf({ 'xl/workbook.xml': bomb }, { 'xl/workbook.xml': 0 }))).toContain('解压后大得不正常')
    expect(await refusal(zipOf({ 'xl/workbook.xml': bomb }, { 'xl/workbook.xml': 900 }))).toContain('unreadable-file')
  })
})
