import type { SolutionTemplate } from '../solution-template.ts'

/** 公司、试用、订阅、续费、服务单；试用没动静有人管，到期前 90 天开始续费。 The settings are in `template.yaml`; company, people and numbers are invented. */
export const saas: SolutionTemplate = {
  name: 'saas',
  label: { 'zh-CN': 'SaaS', en: 'SaaS' },
  description: {
    'zh-CN': '公司、试用、订阅、续费、服务单；试用没动静有人管，到期前 90 天开始续费。',
    en: 'Companies, trials, subscriptions, renewals and tickets; quiet trials are seen, renewals begin 90 days ahead.',
  },
  icon: 'cloud',
  company: '云梯软件',
  places: [
    { key: 'east', name: '华东区', city: '上海', district: '徐汇区', address: '漕宝路 66 号' },
    { key: 'south', name: '华南区', city: '深圳', district: '南山区', address: '科苑路 15 号' },
    { key: 'north', name: '华北区', city: '北京', district: '海淀区', address: '知春路 9 号' },
  ],
  leads: {
    count: 90,
    budget: [8000, 480000],
    notes: [
      '现在用 Excel 管客户，想换系统',
      '想看看能不能对接企业微信',
      '200 人，想要私有部署报价',
      '费控报销能连用友吗',
      '老系统年底到期，在选型',
      '想试用一个月',
      '老板要看数据报表',
      '客服和销售要打通',
      '有没有制造业的案例',
      '想约一次线上演示',
    ],
    followUps: [
      '演示了线索分配，老板认可',
      'IT 关心接口和权限，约技术对接',
      '在和另一家比，发了对比表',
      '预算下季度批',
      '试用开了，拉了 5 个人进来',
      '法务在看合同',
    ],
    seconds: ['恒拓机械', '木棉零售', '知远教育', '安泰物流', '星野互娱', '康佑诊所', '鼎诚咨询', '凌云电子'],
    more: (tools) => ({
      industry: tools.random.pick(['manufacturing', 'retail', 'internet', 'education', 'logistics', 'service']),
      currentSystem: tools.random.pick(['Excel', '自研系统', '别家 CRM', '没有']),
      seats: tools.random.integer(2, 60) * 5,
    }),
  },
  records: [
    {
      object: 'account',
      count: 60,
      each: (tools, index) => ({
        name: `${['恒拓', '木棉', '知远', '安泰', '星野', '康佑', '鼎诚', '凌云', '博川', '海棠', '万禾', '青岚'][index % 12]}${['科技', '机械', '商贸', '物流', '教育'][Math.floor(index / 12)]}`,
        industry: tools.option('industry'),
        size: tools.option('size'),
        tier: tools.option('tier'),
        health: tools.random.integer(1, 5),
      }),
    },
    {
      object: 'trialAccount',
      count: 60,
      each: (tools) => {
        const days = tools.random.integer(1, 45)
        const logins = tools.random.integer(0, 40)
        return {
          name: tools.random.pick(['销售部试用', '全员试用', '财务部试用', '客服部试用']),
          lead: tools.ref('lead'),
          account: tools.ref('account'),
          product: tools.option('product'),
          status: days > 30 ? tools.random.pick(['expired', 'converted', 'extended']) : logins > 5 ? 'active' : 'quiet',
          startedOn: tools.on(days),
          endsOn: tools.on(days - 30),
          logins,
          invited: tools.random.integer(1, 30),
        }
      },
    },
    {
      object: 'subscription',
      count: 70,
      each: (tools) => {
        const days = tools.random.integer(1, 420)
        const seats = tools.random.integer(2, 60) * 5
        return {
          name: tools.random.pick(['客户管理 年付', '费控报销 年付', '协同办公 年付', '数据分析 年付']),
          account: tools.ref('account'),
          plan: tools.option('plan'),
          seats,
          yearly: seats * tools.random.pick([360, 480, 720]),
          startsOn: tools.on(days),
          endsOn: tools.on(days - 365),
          status: days > 365 ? tools.random.pick(['renewed', 'churned']) : days > 275 ? 'expiring' : 'active',
          autoRenew: tools.random.chance(0.3),
        }
      },
    },
    {
      object: 'renewal',
      count: 40,
      each: (tools) => ({
        name: tools.random.pick(['2026 年度续费', '增购并续费', '按原价续费']),
        subscription: tools.ref('subscription'),
        account: tools.ref('account'),
        stage: tools.option('stage'),
        amount: tools.random.integer(2, 120) * 2_400,
        dueOn: tools.on(-tools.random.integer(-10, 90)),
        risk: tools.random.pick(['low', 'low', 'medium', 'high']),
        reason: tools.random.pick(['', '', '用得少', '换了负责人', '预算缩减', '嫌报表慢']),
      }),
    },
    {
      object: 'ticket',
      count: 80,
      each: (tools) => ({
        title: tools.random.pick([
          '导入报错',
          '审批流不通',
          '移动端打不开附件',
          '报表数据对不上',
          '要加一个字段',
          '企微同步延迟',
          '想要批量改负责人',
        ]),
        account: tools.ref('account'),
        priority: tools.option('priority'),
        status: tools.option('status'),
      }),
    },
  ],
}
