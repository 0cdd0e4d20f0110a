import type { SolutionTemplate } from '../solution-template.ts'

/** 顾客、项目、疗程、皮肤检测、术后回访；疗程到点提醒，沉睡会员召回。 The settings are in `template.yaml`; company, people and numbers are invented. */
export const aestheticMedicine: SolutionTemplate = {
  name: 'aesthetic-medicine',
  label: { 'zh-CN': '医美', en: 'Aesthetic medicine' },
  description: {
    'zh-CN': '顾客、项目、疗程、皮肤检测、术后回访；疗程到点提醒，沉睡会员召回。',
    en: 'Clients, treatments, courses, skin tests and aftercare; courses that are due and sleeping members are seen.',
  },
  icon: 'sparkles',
  company: '知颜医疗美容',
  places: [
    { key: 'lujiazui', name: '陆家嘴院区', city: '上海', district: '浦东新区', address: '世纪大道 210 号' },
    { key: 'jingan', name: '静安院区', city: '上海', district: '静安区', address: '南京西路 1038 号' },
    { key: 'xuhui', name: '徐汇院区', city: '上海', district: '徐汇区', address: '衡山路 18 号' },
  ],
  leads: {
    count: 90,
    budget: [500, 80000],
    notes: [
      '法令纹有点深，打玻尿酸多少钱',
      '想做热玛吉，怕疼',
      '脸上有斑，光子能去吗',
      '水光第一次做，多久做一次',
      '双眼皮恢复期多久',
      '朋友在你们家做的，介绍我来',
      '去年做过超声提升，想再做',
      '发际线后移，植发效果怎么样',
      '想做皮肤检测',
      '敏感肌能做光电吗',
    ],
    followUps: [
      '加了企微，发了医生案例',
      '约周五面诊，想看实际效果',
      '在比另一家的价格，主要看机器正品',
      '上次做完有点肿，先电话安抚',
      '预算一万左右，推荐了疗程卡',
      '问了恢复期，请假不方便，先做水光',
    ],
    seconds: ['老会员推荐', '同事', '闺蜜', '美容师推荐'],
    more: (tools) => ({
      skinType: tools.random.pick(['dry', 'oily', 'mixed', 'sensitive']),
      hadTreatment: tools.random.chance(0.5),
    }),
  },
  records: [
    {
      object: 'treatment',
      count: 10,
      each: (_tools, index) => {
        const all = [
          ['光子嫩肤', 'skin', 1280, 40, 30, 'M22'],
          ['热玛吉五代', 'skin', 16_800, 90, 365, 'FLX'],
          ['超声提升', 'skin', 9800, 60, 365, '半岛'],
          ['水光补水', 'injection', 980, 40, 28, '水光针'],
          ['除皱针', 'injection', 1580, 20, 150, '除皱针'],
          ['玻尿酸填充', 'injection', 3980, 30, 270, '玻尿酸'],
          ['激光祛斑', 'skin', 2680, 40, 45, '皮秒'],
          ['双眼皮', 'surgery', 9800, 90, 0, ''],
          ['鼻综合', 'surgery', 32_800, 240, 0, ''],
          ['植发', 'hair', 18_800, 300, 0, ''],
        ] as const
        const [name, category, price, minutes, intervalDays, device] = all[index % all.length] ?? all[0]
        return { name, category, price, minutes, intervalDays, device, needsDoctor: category !== 'skin' }
      },
    },
    {
      object: 'customer',
      count: 110,
      each: (tools) => ({
        name: tools.person(),
        phone: tools.phone(),
        birthday: tools.on(tools.random.integer(365 * 19, 365 * 55)),
        skinType: tools.option('skinType'),
        level: tools.option('level'),
        taboo: [tools.option('taboo')],
        balance: tools.random.integer(0, 60) * 500,
        lastVisitAt: tools.at(tools.random.integer(1, 400)),
        campus: tools.place(),
      }),
    },
    {
      object: 'course',
      count: 90,
      each: (tools) => {
        const sessions = tools.random.pick([3, 5, 6, 10])
        const used = tools.random.integer(0, sessions)
        const days = tools.random.integer(5, 300)
        return {
          name: `${tools.random.pick(['光子', '水光', '祛斑', '提升'])}疗程 ${sessions} 次`,
          customer: tools.ref('customer'),
          treatment: tools.ref('treatment'),
          sessions,
          used,
          price: sessions * tools.random.pick([880, 1180, 2380]),
          boughtOn: tools.on(days),
          nextOn: tools.on(-tools.random.integer(-10, 30)),
          expiresOn: tools.on(days - 365),
          status: used === sessions ? 'finished' : tools.random.pick(['active', 'active', 'active', 'paused']),
        }
      },
    },
    {
      object: 'skinTest',
      count: 80,
      each: (tools) => ({
        summary: tools.random.pick(['T 区出油，两颊缺水', '色斑集中在颧骨', '眼周细纹明显', '红区偏重，屏障受损', '毛孔粗大']),
        customer: tools.ref('customer'),
        testedAt: tools.at(tools.random.integer(1, 200)),
        ...Object.fromEntries(
          ['spots', 'wrinkles', 'moisture', 'pores', 'redness'].map((one) => [one, tools.random.integer(15, 92)]),
        ),
        advice: tools.random.pick(['先修护屏障，再做光电', '水光三次起步', '光子五次一个疗程', '注意防晒，两个月后复测']),
      }),
    },
    {
      object: 'aftercare',
      count: 60,
      each: (tools) => {
        const days = tools.random.integer(-5, 30)
        return {
          summary: tools.random.pick(['术后第 1 天', '术后第 3 天', '术后第 7 天', '术后一个月']),
          customer: tools.ref('customer'),
          course: tools.ref('course'),
          dueAt: tools.at(days),
          status: days > 0 ? tools.random.pick(['done', 'done', 'doctor']) : 'due',
          ...(days > 0
            ? {
                recovery: tools.option('recovery'),
                words: tools.random.pick(['恢复得不错', '有点肿', '泛红两天退了', '比预期好']),
              }
            : {}),
        }
      },
    },
  ],
}
