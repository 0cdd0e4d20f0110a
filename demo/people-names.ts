import type { Random } from './random.ts'

/** Surnames with their usual share in 华东. */
const surnames: readonly (readonly [string, number])[] = [
  ['王', 70], ['李', 65], ['张', 64], ['陈', 58], ['刘', 45], ['杨', 30], ['黄', 28], ['周', 28], ['吴', 27], ['徐', 26], ['朱', 22], ['孙', 20],
  ['胡', 18], ['沈', 17], ['高', 14], ['林', 14], ['何', 13], ['郭', 12], ['马', 11], ['罗', 11], ['宋', 10], ['郑', 10], ['谢', 9], ['韩', 8],
  ['唐', 8], ['冯', 8], ['许', 8], ['邓', 7], ['曹', 7], ['彭', 6], ['曾', 6], ['蒋', 6], ['蔡', 6], ['潘', 6], ['顾', 6], ['陆', 6], ['钱', 5],
  ['邵', 4], ['姜', 4], ['陶', 4], ['孟', 3], ['秦', 3], ['江', 3], ['尹', 2], ['黎', 2], ['白', 2], ['段', 2], ['温', 2], ['苗', 1], ['龚', 2],
  ['柳', 2], ['贺', 2], ['詹', 1], ['易', 1], ['卢', 3], ['欧阳', 1], ['诸葛', 0.3], ['章', 3], ['倪', 2], ['俞', 3], ['施', 3], ['严', 2],
]
const childNames: readonly [string, ...string[]] = [
  '梓涵', '子轩', '浩然', '欣怡', '一诺', '宇航', '诗涵', '沐阳', '俊熙', '雨桐', '可馨', '思远', '语桐', '天佑', '若曦', '奕辰', '佳怡', '铭泽', '依诺', '皓轩',
  '梦琪', '嘉懿', '煜城', '苡沫', '博文', '昊天', '书瑶', '静姝', '锦程', '安琪', '泽宇', '舒窈', '知行', '予安', '晨曦', '星辰', '乐乐', '果果', '豆豆', '小宝',
]
const parentNames: readonly [string, ...string[]] = [
  '静', '敏', '丽华', '晓燕', '建国', '志强', '海燕', '秀英', '伟', '芳', '磊', '娟', '艳', '勇', '军', '洁', '红梅', '小红', '文斌', '玉兰', '国华', '丹', '莉莉', '振华',
]

export const pickSurname = (random: Random): string => random.weighted(surnames)
export const pickChildName = (random: Random): string => random.pick(childNames)

/** How parents call themselves in a form: 张女士, 子轩妈妈, or their full name. */
export const pickParentName = (random: Random, surname: string, child: string): string =>
  random.weighted<() => string>([
    [() => `${surname}女士`, 46],
    [() => `${surname}先生`, 24],
    [() => `${child}妈妈`, 13],
    [() => `${child}爸爸`, 4],
    [() => `${surname}${random.pick(parentNames)}`, 13],
  ])()
