const surnames = ['张', '李', '王', '陈', '刘', '赵', '孙', '周', '吴', '郑', '欧阳', '司马']
const calls = ['女士', '先生', '妈妈', '爸爸', '晓雯', '思远', '嘉怡', '子墨', ' 同学', '老师（转介绍）']
const grades = ['初三', '九年级', '高一', '小学六年级', '初 二', '', '中三？']
const subjects = ['数学', '初三数学', '英语', '物理', '雅思', '', '数 学']
const campuses = ['仙林', '滨湖校区', '江宁', '仙林校区', '', '河西']
const sources = ['抖音', '官网', '小红书', '转介绍', '', '美团']
const notes = [
  '',
  '周末有空',
  '想提 20 分，先试听',
  '孩子不爱说话\n要女老师',
  '说 "太贵了"，下月再联系',
  '=1+1',
  '已加微信，周四晚八点后可以打电话',
]

/** A small generator of numbers that repeats itself from its seed, so that two runs measure the same file. */
const seeded = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** How people write one number: full width, with +86, in groups, with words, with a digit too few. */
const spellings: readonly ((digits: string) => string)[] = [
  (digits) => digits,
  (digits) => `${digits.slice(0, 3)}-${digits.slice(3, 7)}-${digits.slice(7)}`,
  (digits) => `+86 ${digits}`,
  (digits) => [...digits].map((digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0)).join(''),
  (digits) => ` ${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)} `,
]

export const dirtyHeader = ['家长姓名', '联系电话', '孩子年级', '意向科目', '意向校区', '来源渠道', '备注', '预算']

/** One row of such a list: one number in fifty is none, one customer in thirty stands in the file already. */
export const dirtyLeads = function* (count: number): Generator<string[]> {
  const random = seeded(20_261_122)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  for (let index = 0; index < count; index++) {
    const person = random() < 1 / 30 ? Math.floor(random() * index) : index
    const digits = String(13_000_000_000 + ((person * 7_919) % 1_000_000_000))
    const phone = random() < 1 / 50 ? digits.slice(0, 10) : pick(spellings)(digits)
    const budget = random() < 0.3 ? pick(['8000', '¥12,000', '1.2万', '面议', '']) : ''
    yield [
      pick(surnames) + pick(calls),
      phone,
      pick(grades),
      pick(subjects),
      pick(campuses),
      pick(sources),
      pick(notes),
      budget,
    ]
  }
}

/** The rows as a spreadsheet saves them. */
export const dirtyCsv = function* (count: number): Generator<string> {
  const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`
  yield line(dirtyHeader)
  let lines: string[] = []
  for (const cells of dirtyLeads(count)) {
    lines.push(line(cells))
    if (lines.length === 1_000) {
      yield lines.join('')
      lines = []
    }
  }
  yield lines.join('')
}
