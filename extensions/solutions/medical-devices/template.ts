import type { SolutionTemplate } from '../solution-template.ts'

/** 医院、科室、商机、招标、装机；按产品线找人，盯投标截止和质保到期。 The settings are in `template.yaml`; company, people and numbers are invented. */
export const medicalDevices: SolutionTemplate = {
  name: 'medical-devices',
  label: { 'zh-CN': '医疗器械', en: 'Medical devices' },
  description: {
    'zh-CN': '医院、科室、商机、招标、装机；按产品线找人，盯投标截止和质保到期。',
    en: 'Hospitals, wards, opportunities, tenders and installations; leads go by product line, deadlines are watched.',
  },
  icon: 'activity',
  company: '澜石医疗器械',
  places: [
    { key: 'nanjing', name: '南京办事处', city: '南京', district: '江宁区', address: '天元西路 168 号' },
    { key: 'hefei', name: '合肥办事处', city: '合肥', district: '蜀山区', address: '望江西路 520 号' },
    { key: 'hangzhou', name: '杭州办事处', city: '杭州', district: '滨江区', address: '江南大道 380 号' },
  ],
  leads: {
    count: 70,
    budget: [80000, 4800000],
    notes: [
      '影像科想换一台 64 排 CT，明年立项',
      'ICU 增配监护仪，看看参数',
      '基层医院贴息贷款，采购彩超',
      '想了解国产内镜的装机名单',
      '康复科新建，设备要一批',
      '经销商问代理政策',
      '检验科试剂和设备一起招',
      'DR 用了十年，想以旧换新',
      '想约科内试用两周',
      '招标参数能不能先给一版',
    ],
    followUps: [
      '见了科主任，关注图像质量和售后',
      '设备科说预算还没批，月底再问',
      '演示了探头，主任要看装机医院',
      '竞品报价低，发了全周期成本对比',
      '参数初稿已给，等专家论证',
      '约了下周带工程师去',
    ],
    seconds: [
      '金桥区人民医院',
      '云溪县中医院',
      '河东妇幼保健院',
      '石桥镇中心卫生院',
      '南浦第二医院',
      '青山康复医院',
      '东郊骨科医院',
      '湖滨区中心医院',
    ],
    more: (tools) => ({
      ward: tools.random.pick(['imaging', 'icu', 'surgery', 'lab', 'cardiology', 'rehab']),
      funding: tools.random.pick(['own', 'special', 'loan']),
      expectedTenderOn: tools.on(-tools.random.integer(20, 200)),
    }),
  },
  records: [
    {
      object: 'hospital',
      count: 36,
      each: (tools, index) => ({
        name: `${['金桥', '云溪', '河东', '石桥', '南浦', '青山', '东郊', '湖滨', '白鹭', '梅岭', '临江', '望湖'][index % 12]}${['区人民医院', '县中医院', '妇幼保健院'][Math.floor(index / 12)]}`,
        grade: tools.option('grade'),
        beds: tools.random.integer(4, 90) * 20,
        relationship: tools.option('relationship'),
        campus: tools.place(),
      }),
    },
    {
      object: 'ward',
      count: 80,
      each: (tools) => ({
        name: tools.random.pick(['影像科', '重症医学科', '普外科', '检验科', '心内科', '妇产科', '康复科']),
        hospital: tools.ref('hospital'),
        head: tools.person(),
        phone: tools.phone(),
        installed: tools.random.pick(['16 排 CT', '彩超 2 台', '监护仪 12 台', '生化分析仪', '电子胃镜', 'DR 1 台']),
        installedYear: tools.random.integer(2012, 2025),
      }),
    },
    {
      object: 'opportunity',
      count: 60,
      each: (tools) => ({
        name: tools.random.pick(['影像科 CT 更新', 'ICU 监护扩容', '彩超集采', '检验流水线', '内镜中心建设', '康复科新建']),
        hospital: tools.ref('hospital'),
        ward: tools.ref('ward'),
        product: tools.option('product'),
        stage: tools.option('stage'),
        amount: tools.random.integer(8, 480) * 10_000,
        probability: tools.random.integer(1, 9) * 10,
        expectedOn: tools.on(-tools.random.integer(5, 240)),
        rivals: [tools.option('rivals')],
      }),
    },
    {
      object: 'opportunityQuoteLines',
      count: 150,
      each: (tools) => ({
        opportunity: tools.ref('opportunity'),
        product: tools.random.pick([
          'LS-CT64 主机',
          '高压注射器',
          '工作站',
          'LS-U90 彩超',
          '线阵探头',
          '凸阵探头',
          '延保两年',
          '安装培训',
        ]),
        price: tools.random.integer(3, 900) * 1_000,
        quantity: tools.random.integer(1, 6),
      }),
    },
    {
      object: 'tender',
      count: 40,
      each: (tools, index) => {
        const days = tools.random.integer(-40, 60)
        return {
          name: tools.random.pick([
            '医疗设备采购项目',
            '影像设备更新项目',
            '重症监护设备采购',
            '检验设备及试剂采购',
            '康复设备采购',
          ]),
          number: `JQZB-2026-${String(101 + index)}`,
          hospital: tools.ref('hospital'),
          opportunity: tools.ref('opportunity'),
          status:
            days > 0
              ? tools.random.pick(['won', 'lost', 'opened', 'cancelled'])
              : tools.random.pick(['announced', 'bought', 'submitted']),
          budget: tools.random.integer(10, 500) * 10_000,
          deadline: tools.at(days),
          openingAt: tools.at(days - 1),
          method: tools.option('method'),
          agency: tools.random.pick(['江淮招标代理', '诚信项目管理', '华中招标咨询']),
        }
      },
    },
    {
      object: 'installation',
      count: 50,
      each: (tools, index) => {
        const days = tools.random.integer(60, 1200)
        return {
          serialNumber: `LS${String(26_000 + index)}`,
          hospital: tools.ref('hospital'),
          ward: tools.ref('ward'),
          model: tools.random.pick(['LS-U90', 'LS-CT64', 'LS-M12', 'LS-DR5', 'LS-E300']),
          installedOn: tools.on(days),
          warrantyUntil: tools.on(days - 1095),
          status: tools.random.pick(['accepted', 'accepted', 'accepted', 'repair', 'installing']),
        }
      },
    },
  ],
}
