/**
 * Subjects as a real chain sells them. One list for what a parent asks (lead), what was sold (order) and who can teach
 * it (user skills): a rule compares them by id, so they must never drift apart.
 */
export const subjectOptions = [
  { id: 'zk-math', label: { 'zh-CN': '中考数学', en: 'Senior entrance maths' }, color: 1 },
  { id: 'zk-english', label: { 'zh-CN': '中考英语', en: 'Senior entrance English' }, color: 2 },
  { id: 'zk-sprint', label: { 'zh-CN': '中考冲刺', en: 'Senior entrance sprint' }, color: 3 },
  { id: 'xsc', label: { 'zh-CN': '小升初', en: 'Primary to junior' }, color: 4 },
  { id: 'math-thinking', label: { 'zh-CN': '数学思维', en: 'Mathematical thinking' }, color: 5 },
  { id: 'reading', label: { 'zh-CN': '阅读写作', en: 'Reading and writing' }, color: 6 },
  { id: 'g8-physics', label: { 'zh-CN': '初二物理', en: 'Grade 8 physics' }, color: 7 },
  { id: 'g8-english', label: { 'zh-CN': '初二英语', en: 'Grade 8 English' }, color: 8 },
  { id: 'g10-math', label: { 'zh-CN': '高一数学', en: 'Grade 10 maths' }, color: 1 },
  { id: 'g10-english', label: { 'zh-CN': '高一英语', en: 'Grade 10 English' }, color: 2 },
  { id: 'g10-physics', label: { 'zh-CN': '高一物理', en: 'Grade 10 physics' }, color: 7 },
  { id: 'gk-chinese', label: { 'zh-CN': '高考语文', en: 'College entrance Chinese' }, color: 6 },
  { id: 'ielts', label: { 'zh-CN': '雅思', en: 'IELTS' }, color: 4 },
] as const

/** The id of a subject. */
export type SubjectId = (typeof subjectOptions)[number]['id']
