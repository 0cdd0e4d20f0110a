import { call, field } from '@jieli/core'
import type { SolutionConfig } from './solution-config.ts'

/** Nobody can call back a lead without a number or a WeChat id: kept with the reason, to be run again when completed. */
const refuseWhen = call('and', call('isEmpty', field('phone')), call('isEmpty', field('wechat')))
const form = { connector: 'form', refuseWhen } as const

/**
 * Where leads come in. Forms name our fields themselves, so they have no mapping. Stores of the outside accounts carry our
 * campus ids, which is how an advertisement for one campus reaches that campus.
 */
export const sources: SolutionConfig['source'] = [
  { id: 'website', label: '官网', ...form },
  { id: 'campus-qr', label: '校区扫码', ...form },
  { id: 'wechat-oa', label: '公众号', ...form },
  {
    id: 'douyin',
    label: '抖音',
    connector: 'douyin',
    refuseWhen,
    mapping: {
      name: 'name',
      phone: 'telephone',
      wechat: 'weixin',
      campus: 'store_id',
      subject: 'remark_dict.科目',
      grade: 'remark_dict.年级',
      budget: 'remark_dict.预算',
      note: 'note',
      utmCampaign: 'campaign',
      clickIds: 'click_ids',
    },
    defaults: { name: '匿名咨询', utmSource: 'douyin', utmMedium: 'feed' },
  },
  {
    id: 'xiaohongshu',
    label: '小红书',
    connector: 'standard-webhook',
    refuseWhen,
    mapping: {
      name: 'user_nick_name',
      phone: 'phone_num',
      wechat: 'wechat',
      campus: 'store_id',
      subject: 'subject',
      grade: 'grade',
      note: 'message',
      utmCampaign: 'campaign_name',
    },
    defaults: { name: '匿名咨询', utmSource: 'xiaohongshu', utmMedium: 'note' },
  },
  {
    id: 'meituan',
    label: '美团',
    connector: 'standard-webhook',
    refuseWhen,
    mapping: {
      name: 'customerName',
      phone: 'mobile',
      campus: 'shopId',
      subject: 'dealName',
      grade: 'grade',
      note: 'comment',
      budget: 'priceIntent',
    },
    defaults: { name: '匿名咨询', utmSource: 'meituan', utmMedium: 'shop' },
  },
  { id: 'referral', label: '转介绍', connector: 'manual' },
  { id: 'import', label: '导入', connector: 'import', refuseWhen, defaults: { name: '匿名咨询' } },
]
