const grades = [
  ['g1', '一年级', 'Grade 1'],
  ['g2', '二年级', 'Grade 2'],
  ['g3', '三年级', 'Grade 3'],
  ['g4', '四年级', 'Grade 4'],
  ['g5', '五年级', 'Grade 5'],
  ['g6', '六年级', 'Grade 6'],
  ['g7', '初一', 'Grade 7'],
  ['g8', '初二', 'Grade 8'],
  ['g9', '初三', 'Grade 9'],
  ['g10', '高一', 'Grade 10'],
  ['g11', '高二', 'Grade 11'],
  ['g12', '高三', 'Grade 12'],
] as const

/** The id of a school year. */
export type GradeId = (typeof grades)[number][0]

/** School years of the student, for leads and contacts alike. */
export const gradeOptions = grades.map(([id, zh, en]) => ({ id, label: { 'zh-CN': zh, en } }))
