import type { SolutionTemplate } from '../solution-template.ts'

/** 房源销控、带看、认购、渠道公司；半小时首响，很想要的客户不漏签。 The settings are in `template.yaml`; company, people and numbers are invented. */
export const realEstate: SolutionTemplate = {
  name: 'real-estate',
  label: { 'zh-CN': '房产', en: 'Real estate' },
  description: {
    'zh-CN': '房源销控、带看、认购、渠道公司；半小时首响，很想要的客户不漏签。',
    en: 'Units, viewings, reservations and brokers; first response within half an hour, hot customers are not lost.',
  },
  icon: 'building-2',
  company: '澄园置业',
  places: [
    { key: 'yunhe', name: '运河澄园', city: '杭州', district: '拱墅区', address: '丽水路 88 号' },
    { key: 'jiangwan', name: '江湾澄园', city: '杭州', district: '上城区', address: '之江路 116 号' },
    { key: 'huxin', name: '湖心澄园', city: '杭州', district: '西湖区', address: '文三西路 301 号' },
  ],
  leads: {
    count: 90,
    budget: [1200000, 9800000],
    notes: [
      '孩子明年上学，想看学区',
      '改善，想要南北通透的三居',
      '两家老人一起住，要四居',
      '婚房，首付 90 万左右',
      '想看看样板间',
      '投资，关注地铁',
      '总价 300 万以内',
      '别墅还有吗',
      '想了解公积金怎么贷',
      '周末带爸妈一起来看',
    ],
    followUps: [
      '带看了 2 栋 1602，喜欢采光',
      '嫌总价高，算了组合贷',
      '约了周六复看，带爱人',
      '在比隔壁楼盘，发了对比',
      '资格核了没问题',
      '想等开盘优惠',
    ],
    seconds: ['爱人', '父母', '朋友', '孩子', '同事'],
    more: (tools) => ({
      areaWanted: tools.random.integer(8, 22) * 10,
      concerns: [tools.random.pick(['school', 'metro', 'price', 'layout'])],
      qualification: tools.random.pick(['ok', 'pending', 'pending']),
      loan: tools.random.pick(['fund', 'commercial', 'mixed', 'full']),
    }),
  },
  records: [
    {
      object: 'unit',
      count: 150,
      each: (tools, index) => {
        const building = 1 + (index % 6)
        const floor = 2 + Math.floor(index / 6)
        const layout = ['2rooms', '3rooms', '3rooms', '4rooms', 'loft', 'duplex'][index % 6] ?? '3rooms'
        const area = { '2rooms': 89, '3rooms': 118, '4rooms': 143, loft: 54, duplex: 168 }[layout] ?? 118
        return {
          name: `${building}-${floor}0${1 + (index % 2)}`,
          campus: tools.place(),
          building: `${building} 栋`,
          floor,
          layout,
          area,
          facing: tools.option('facing'),
          listPrice: area * tools.random.integer(260, 340) * 100,
          status: tools.random.pick(['forsale', 'forsale', 'forsale', 'reserved', 'subscribed', 'signed', 'withheld']),
        }
      },
    },
    {
      object: 'viewing',
      count: 140,
      each: (tools) => {
        const days = tools.random.integer(-5, 45)
        return {
          summary: tools.random.pick(['看样板间', '看实体楼', '复看并算价', '带家人来看']),
          lead: tools.ref('lead'),
          unit: tools.ref('unit'),
          viewingAt: tools.at(days),
          status: days > 0 ? tools.random.pick(['done', 'done', 'missed', 'again']) : 'booked',
          ...(days > 0 ? { feeling: tools.option('feeling'), objections: [tools.option('objections')] } : {}),
          words: tools.random.pick(['采光好，就是总价高', '楼层再低一点就好了', '学区定了就下定', '先和家里商量']),
        }
      },
    },
    {
      object: 'reservation',
      count: 36,
      each: (tools, index) => {
        const days = tools.random.integer(1, 40)
        return {
          name: `CY-2026${String(1001 + index)}`,
          lead: tools.ref('lead'),
          unit: tools.ref('unit'),
          deposit: tools.random.pick([50_000, 100_000, 200_000]),
          dealPrice: tools.random.integer(180, 560) * 10_000,
          signedOn: tools.on(days),
          contractDueOn: tools.on(days - 15),
          status: tools.option('status'),
          loan: tools.option('loan'),
        }
      },
    },
    {
      object: 'brokerFirm',
      count: 10,
      each: (tools, index) => ({
        name: `${['安居', '万屋', '好邻', '锦程', '久住', '嘉宅', '城事', '满堂', '有巢', '同里'][index] ?? '友家'}房产经纪`,
        contactPerson: tools.person(),
        phone: tools.phone(),
        commission: tools.random.pick([1, 1.2, 1.5, 2]),
        grade: tools.option('grade'),
        broughtThisYear: tools.random.integer(3, 90),
      }),
    },
  ],
}
