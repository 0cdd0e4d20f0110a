/**
 * What people write above the columns of their lists, by the field it means. Compared without case, blanks and
 * punctuation; a header that equals one is surer than one that holds one.
 */
export const fieldSynonyms: Readonly<Record<string, readonly string[]>> = {
  phone: ['手机', '手机号', '手机号码', '电话', '电话号码', '联系电话', '联系方式', '联系号码', '家长电话', '家长手机', '移动电话', 'phone', 'mobile', 'tel', 'telephone', 'cell', 'phonenumber'],
  wechat: ['微信', '微信号', 'wechat', 'wechatid', 'weixin', 'wx'],
  name: ['姓名', '家长姓名', '客户姓名', '客户名称', '称呼', '联系人', '联系人姓名', '家长', '客户', '名字', 'name', 'fullname', 'contactname'],
  studentName: ['学员姓名', '学生姓名', '孩子姓名', '学员', '学生', '孩子', '宝贝姓名', 'student', 'studentname', 'child'],
  grade: ['年级', '孩子年级', '学员年级', '在读年级', 'grade'],
  subject: ['科目', '课程', '意向科目', '意向课程', '咨询课程', '学科', '咨询科目', '最关注提分科目', 'subject', 'course'],
  campus: ['校区', '意向校区', '所属校区', '就近校区', '门店', '教学点', 'campus', 'store', 'branch'],
  source: ['来源', '渠道', '来源渠道', '线索来源', '渠道来源', 'source', 'channel'],
  note: ['备注', '说明', '留言', '需求', '咨询内容', '客户原话', '沟通记录', '跟进记录', '其他', 'note', 'notes', 'remark', 'comment', 'message'],
  budget: ['预算', '预算金额', 'budget'],
  trialTime: ['试听时间', '可试听时间', '可接受试听时间', '预约时间', 'trialtime'],
  stage: ['阶段', '状态', '客户状态', '线索状态', 'stage', 'status'],
  nextAt: ['下次跟进', '下次跟进时间', '下次联系时间', 'nextfollowup'],
  nextAction: ['下一步', '下步计划', 'nextaction'],
  decisionRole: ['决策人', '决策人角色', '谁做主'],
  intent: ['意向分', '意向', '意向度', 'intent', 'score'],
  school: ['学校', '就读学校', '在读学校', 'school'],
  address: ['地址', '住址', '家庭住址', 'address'],
  city: ['城市', '市', 'city'],
  email: ['邮箱', '电子邮箱', '邮件', 'email', 'mail'],
}
