import type { SolutionTemplate } from '../solution-template.ts'

/** 患者、就诊、医生、种植方案；咨询师按门诊轮转，两小时首响，老患者种植召回。 The settings are in `template.yaml`; company, people and numbers are invented. */
export const dental: SolutionTemplate = {
  name: 'dental',
  label: { 'zh-CN': '口腔', en: 'Dental' },
  description: {
    'zh-CN': '患者、就诊、医生、种植方案；咨询师按门诊轮转，两小时首响，老患者种植召回。',
    en: 'Patients, visits, dentists and implant plans; leads go round the clinic, first response within two hours.',
  },
  icon: 'smile',
  company: '青禾口腔',
  places: [
    { key: 'hexi', name: '河西门诊', city: '南京', district: '建邺区', address: '江东中路 218 号' },
    { key: 'xinjiekou', name: '新街口门诊', city: '南京', district: '秦淮区', address: '中山南路 75 号' },
    { key: 'xianlin', name: '仙林门诊', city: '南京', district: '栖霞区', address: '文苑路 9 号' },
  ],
  leads: {
    count: 90,
    budget: [800, 60000],
    notes: [
      '右下后牙缺了两年，想种一颗',
      '孩子 8 岁门牙歪，想看看要不要早矫',
      '牙龈老出血，想洗牙',
      '做了根管没戴冠，现在疼',
      '想做隐形矫正，多久能好',
      '老人全口没几颗牙了，能种吗',
      '智齿发炎，想拔',
      '牙黄想美白',
      '种植牙一颗多少钱，有国产的吗',
      '之前在别家拔了牙，三个月了',
      '孩子蛀牙，怕疼',
      '贴面能用多少年',
    ],
    followUps: [
      '讲了种植和假牙的区别，约周六拍片',
      '孩子妈妈担心影响学习，发了案例',
      '问了医保能不能刷，说明自费部分',
      '说再和家人商量，周末回电',
      '已到诊，骨量够，等方案',
      '对比了两家，主要看医生',
    ],

    more: (tools) => ({
      symptoms: [tools.random.pick(['missing', 'loose', 'crooked', 'pain', 'bleeding', 'yellow'])],
      insurance: tools.random.pick(['self', 'self', 'medical', 'commercial']),
    }),
  },
  records: [
    {
      object: 'dentist',
      count: 9,
      each: (tools) => ({
        name: tools.person(),
        title: tools.option('title'),
        skills: [tools.option('skills')],
        campus: tools.place(),
      }),
    },
    {
      object: 'patient',
      count: 120,
      each: (tools) => ({
        name: tools.person(),
        phone: tools.phone(),
        gender: tools.random.pick(['female', 'female', 'male']),
        birthday: tools.on(tools.random.integer(365 * 6, 365 * 75)),
        conditions: [tools.option('conditions')],
        boneMass: tools.option('boneMass'),
        campus: tools.place(),
        lastVisitAt: tools.at(tools.random.integer(2, 900)),
      }),
    },
    {
      object: 'dentalVisit',
      count: 160,
      each: (tools) => {
        const days = tools.random.integer(-6, 60)
        const kind = tools.random.pick(['首诊检查', '洁牙抛光', '根管充填', '拆线复查', '矫正加力', '种植复查', '补牙'])
        return {
          summary: kind,
          patient: tools.ref('patient'),
          dentist: tools.ref('dentist'),
          visitAt: tools.at(days),
          status:
            days > 0
              ? tools.random.pick(['done', 'done', 'done', 'missed'])
              : tools.random.pick(['booked', 'booked', 'arrived']),
          kind: tools.option('kind'),
          tooth: String(tools.random.pick([11, 16, 21, 26, 36, 37, 46, 47])),
          fee: tools.random.integer(1, 40) * 50,
        }
      },
    },
    {
      object: 'implantPlan',
      count: 40,
      each: (tools) => {
        const teeth = tools.random.pick([1, 1, 1, 2, 2, 4])
        return {
          name: teeth === 4 ? '半口种植' : `种植 ${teeth} 颗`,
          patient: tools.ref('patient'),
          dentist: tools.ref('dentist'),
          status: tools.option('status'),
          brand: tools.option('brand'),
          teeth,
          price: teeth * tools.random.pick([6800, 8800, 12_800]),
          surgeryOn: tools.on(tools.random.integer(-30, 60)),
          needsGraft: tools.random.chance(0.3),
        }
      },
    },
  ],
}
