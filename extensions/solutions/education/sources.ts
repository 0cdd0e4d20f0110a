import { call, field } from '@jieli/core'
import type { SolutionConfig } from './solution-config.ts'

/** Nobody can call back a lead without a number or a WeChat id: kept with the reason, to be run again when completed. */
const refuseWhen = call('and', call('isEmpty', field('phone')), call('isEmpty', field('wechat')))
const form = { connector: 'form', refuseWhen } as const

/**
 * Where leads come in. Forms name our fields themselves, so they have no mapping. Douyin's push speaks of `telphone`
 * (sic); the stores of the ad accounts carry our campus ids as `store_id`.
 */
export const sources: SolutionConfig['source'] = [
  { id: 'website', label: '官网', ...form },
  { id: 'campus-qr', label: '校区扫码', ...form },
  { id: 'wechat-oa', label: '公众号', ...form },
  {
    id: 'douyin', label: '抖音', connector: 'douyin', refuseWhen,
    mapping: {
      name: 'name', phone: 'telphone', wechat: 'weixin', campus: 'store_id', subject: 'remark_dict.科目', grade: 'remark_dict.年级',
      budget: 'remark_dict.预算', note: 'remark', utmCampaign: 'promotion_name',
    },
    defaults: { name: '匿名咨询', utmSource: 'douyin', utmMedium: 'feed' },
  },
  {
    id: 'xiaohongshu', label: '小红书', connector: 'standard-webhook', refuseWhen,
    mapping: {
      name: 'data.user_nick_name', phone: 'data.phone_num', wechat: 'data.wechat', campus: 'data.store_id', subject: 'data.form.subject',
      grade: 'data.form.grade', note: 'data.message', utmCampaign: 'data.campaign_name',
    },
    defaults: { name: '匿名咨询', utmSource: 'xiaohongshu', utmMedium: 'note' },
  },
  {
    id: 'meituan', label: '美团', connector: 'standard-webhook', refuseWhen,
    mapping: {
      name: 'data.customerName', phone: 'data.mobile', campus: 'data.shopId', subject: 'data.dealName', grade: 'data.grade', note: 'data.comment',
      budget: 'data.priceIntent',
    },
    defaults: { name: '匿名咨询', utmSource: 'meituan', utmMedium: 'shop' },
  },
  { id: 'referral', label: '转介绍', connector: 'manual' },
  { id: 'import', label: '导入', connector: 'import', refuseWhen, defaults: { name: '匿名咨询' } },
]
