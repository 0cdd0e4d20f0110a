/**
 * Every error a client can meet: its HTTP status, whether the same call may succeed later, and what the person reads.
 * `{name}` in a text is filled from the error's details. A code, once shipped, keeps its meaning.
 */
export const errorCodes = {
  'bad-request': {
    status: 400,
    retryable: false,
    text: { 'zh-CN': '请求的内容不完整或格式不对', en: 'The request is incomplete or malformed' },
  },
  'invalid-values': {
    status: 422,
    retryable: false,
    text: { 'zh-CN': '有几项填得不对，请看每一项下面的说明', en: 'Some values are not valid; see the note at each field' },
  },
  'invalid-query': {
    status: 400,
    retryable: false,
    text: { 'zh-CN': '查询条件写得不对：{reason}', en: 'The query is not valid: {reason}' },
  },
  'query-timed-out': {
    status: 400,
    retryable: false,
    text: {
      'zh-CN': '这个查询用时太久，已经停下。请加上筛选条件，或缩小时间范围',
      en: 'The query took too long and was stopped. Add conditions or narrow the period',
    },
  },
  'query-too-costly': {
    status: 400,
    retryable: false,
    text: { 'zh-CN': '查询太大（上限 {limit}）', en: 'The query is too large (the limit is {limit})' },
  },
  'unknown-field': {
    status: 400,
    retryable: false,
    text: { 'zh-CN': '字段「{field}」不存在或你不能使用它', en: 'Field "{field}" does not exist or you may not use it' },
  },
  'covered-field': {
    status: 400,
    retryable: false,
    text: {
      'zh-CN': '「{field}」的内容是遮住的：只能按完整的值找，或找空的；不能排序、分组、比较',
      en: 'The values of "{field}" are covered: they are found by the whole value or by being empty, not sorted, grouped or compared',
    },
  },
  'unknown-object': {
    status: 404,
    retryable: false,
    text: { 'zh-CN': '对象「{object}」不存在或你不能使用它', en: 'Object "{object}" does not exist or you may not use it' },
  },
  'not-found': {
    status: 404,
    retryable: false,
    text: { 'zh-CN': '可能不存在，或者你没有权限看', en: 'It may not exist, or you may not see it' },
  },
  'not-signed-in': { status: 401, retryable: false, text: { 'zh-CN': '请先登录', en: 'Please sign in' } },
  'bad-credentials': { status: 401, retryable: false, text: { 'zh-CN': '账号或密码不对', en: 'Wrong login or password' } },
  forbidden: {
    status: 403,
    retryable: false,
    text: { 'zh-CN': '你的角色不能做这件事，可以找管理员开通', en: 'Your role may not do this; ask an administrator' },
  },
  'view-as-read-only': {
    status: 403,
    retryable: false,
    text: { 'zh-CN': '正在以他人身份查看，只能看不能改', en: 'You are viewing as somebody else: nothing can be changed' },
  },
  'csrf-refused': {
    status: 403,
    retryable: false,
    text: { 'zh-CN': '这个请求不是从本站页面发出的，已拒绝', en: 'The request did not come from this site and was refused' },
  },
  'bad-signature': {
    status: 401,
    retryable: false,
    text: { 'zh-CN': '签名不对，没有接收', en: 'The signature is wrong; nothing was accepted' },
  },
  'stale-timestamp': {
    status: 401,
    retryable: false,
    text: {
      'zh-CN': '时间戳与服务器相差太多，没有接收',
      en: 'The timestamp is too far from the server clock; nothing was accepted',
    },
  },
  'unknown-source': { status: 404, retryable: false, text: { 'zh-CN': '没有这个来源', en: 'There is no such source' } },
  'unknown-form': {
    status: 404,
    retryable: false,
    text: { 'zh-CN': '这张表单不存在或已停用', en: 'This form does not exist or is closed' },
  },
  'rev-conflict': {
    status: 409,
    retryable: false,
    text: {
      'zh-CN': '这条记录刚被别人改过，请看差异后再保存',
      en: 'Someone has just changed this record; look at the difference and save again',
    },
  },
  'row-gone': {
    status: 409,
    retryable: false,
    text: {
      'zh-CN': '有的行已经不在这条记录里了，请刷新后再保存',
      en: 'Some rows are no longer in this record; reload it and save again',
    },
  },
  'too-many-rows': {
    status: 422,
    retryable: false,
    text: { 'zh-CN': '一条记录的「{field}」最多 {limit} 行', en: 'A record may have up to {limit} rows of "{field}"' },
  },
  'duplicate-identity': {
    status: 409,
    retryable: false,
    text: { 'zh-CN': '这位客户已经在系统里，正在被跟进', en: 'This customer is already in the system and being followed up' },
  },
  'idempotency-mismatch': {
    status: 422,
    retryable: false,
    text: {
      'zh-CN': '这个幂等键用在过另一个请求上，请换一个键',
      en: 'This idempotency key was used for another request; take a new one',
    },
  },
  'config-conflict': {
    status: 409,
    retryable: false,
    text: { 'zh-CN': '这项设置刚被别人改过，请刷新后再改', en: 'Someone has just changed this setting; reload and try again' },
  },
  'already-installed': {
    status: 409,
    retryable: false,
    text: { 'zh-CN': '「{name}」模板已经装过了', en: 'The template "{name}" is installed already' },
  },
  'plan-needs-consent': {
    status: 422,
    retryable: false,
    text: {
      'zh-CN': '有几步会影响已有的数据或同事，没有执行任何改动，请看每一步的说明',
      en: 'Some steps touch existing data or colleagues; nothing was changed. See the note at each step',
    },
  },
  'too-large': {
    status: 413,
    retryable: false,
    text: { 'zh-CN': '内容太大，上限是 {limit}', en: 'Too large; the limit is {limit}' },
  },
  'unsupported-type': {
    status: 415,
    retryable: false,
    text: { 'zh-CN': '不支持这种内容类型', en: 'This content type is not supported' },
  },
  'unreadable-file': {
    status: 422,
    retryable: false,
    text: { 'zh-CN': '读不了这个文件：{reason}', en: 'The file cannot be read: {reason}' },
  },
  'too-many-requests': {
    status: 429,
    retryable: true,
    text: { 'zh-CN': '操作太快，请稍后再试', en: 'Too many requests; try again later' },
  },
  'spam-refused': {
    status: 422,
    retryable: false,
    text: { 'zh-CN': '提交没有通过校验，请重新打开表单再试', en: 'The submission did not pass the check; open the form again' },
  },
  'capture-refused': {
    status: 422,
    retryable: false,
    text: {
      'zh-CN': '这条线索没有入库：{reason}，原文已保存，可重新处理',
      en: 'The lead was not stored: {reason}. The original is kept and can be run again',
    },
  },
  'limit-reached': { status: 422, retryable: false, text: { 'zh-CN': '到达上限：{limit}', en: 'Limit reached: {limit}' } },
  'field-is-changing': {
    status: 409,
    retryable: true,
    text: {
      'zh-CN': '「{field}」正在改类型，等它完成或取消之后再改',
      en: '"{field}" is changing its type; wait until that is done, or cancel it',
    },
  },
  'table-busy': {
    status: 503,
    retryable: true,
    text: {
      'zh-CN': '这些数据正被长时间占用（多半是有人在导出），什么都没有改。请过一会儿再试',
      en: 'The data is in use by something long, most likely an export; nothing was changed. Try again in a while',
    },
  },
  'job-past-cancel': {
    status: 409,
    retryable: false,
    text: { 'zh-CN': '已经过了能取消的时候', en: 'It is too late to cancel this' },
  },
  'handover-under-way': {
    status: 409,
    retryable: false,
    text: {
      'zh-CN': '这个人的交接正在进行，做完再来',
      en: 'A handover of this person is under way; come back when it is done',
    },
  },
  'handover-past-undo': {
    status: 409,
    retryable: false,
    text: { 'zh-CN': '交接已经撤销过，或者过了 30 天', en: 'The handover was undone already, or is older than 30 days' },
  },
  'job-not-failed': {
    status: 409,
    retryable: false,
    text: { 'zh-CN': '它没有失败，不用重试', en: 'It has not failed; there is nothing to retry' },
  },
  'channel-failed': {
    status: 502,
    retryable: true,
    text: { 'zh-CN': '外部渠道没有成功：{reason}', en: 'The outside channel failed: {reason}' },
  },
  'address-refused': {
    status: 422,
    retryable: false,
    text: { 'zh-CN': '不允许访问这个地址：{host}', en: 'This address may not be called: {host}' },
  },
  'not-ready': { status: 503, retryable: true, text: { 'zh-CN': '系统正在启动，请稍候', en: 'Starting; try again shortly' } },
  internal: {
    status: 500,
    retryable: true,
    text: {
      'zh-CN': '系统出了问题，已记录（编号 {id}），数据没有丢',
      en: 'Something went wrong and was recorded (id {id}); no data was lost',
    },
  },
} as const satisfies Record<string, { status: number; retryable: boolean; text: { 'zh-CN': string; en: string } }>

export type ErrorCode = keyof typeof errorCodes
