/**
 * The 86 consultants and the campus each belongs to, name and login. Invented; the first of each campus are those of the
 * pictures in the guide.
 */
export const consultantNames: Readonly<Record<string, readonly string[]>> = {
  jiangning: ['李娜 lina', '王珊 wangshan', '何嘉文 hejiawen', '陈思远 chensiyuan', '徐可 xuke'],
  xianlin: ['高远 gaoyuan', '许曼青 xumanqing', '丁一帆 dingyifan', '陆文静 luwenjing', '蒋雯 jiangwen'],
  gulou: ['秦朗 qinlang', '葛思琪 gesiqi', '宋亦凡 songyifan', '贾如意 jiaruyi'],
  jianye: ['钟灵 zhongling', '范文博 fanwenbo', '袁婧 yuanjing'],
  binhu: ['吴敏之 wuminzhi', '程小满 chengxiaoman', '汪子墨 wangzimo', '方雅文 fangyawen'],
  zhengwu: ['夏知秋 xiazhiqiu', '余晚晴 yuwanqing', '崔立新 cuilixin', '姚佩佩 yaopeipei'],
  wensan: ['郑雨桐 zhengyutong', '沈一鸣 shenyiming', '金晓芸 jinxiaoyun'],
  binjiang: ['楼佳颖 loujiaying', '章子豪 zhangzihao', '裘安 qiuan', '叶蓁蓁 yezhenzhen'],
  gongshu: ['孔令宜 konglingyi', '赵一舟 zhaoyizhou', '俞菲 yufei', '来思齐 laisiqi'],
  xiaoshan: ['施若兰 shiruolan', '华一诺 huayinuo', '戚文远 qiwenyuan', '莫小雨 moxiaoyu'],
  yuhang: ['严舒 yanshu', '项羽彤 xiangyutong', '包晨 baochen', '卢静怡 lujingyi'],
  xiasha: ['倪思源 nisiyuan', '柯南风 kenanfeng', '杜晓敏 duxiaomin'],
  linping: ['邱明月 qiumingyue', '凌子涵 lingzihan', '车晓 chexiao'],
  yinzhou: ['励佳音 lijiayin', '王安琪 wanganqi', '毛一宁 maoyining', '史可儿 shikeer'],
  haishu: ['任芷若 renzhiruo', '童谣 tongyao', '应晨曦 yingchenxi'],
  jiangbei: ['周以沫 zhouyimo', '郁文 yuwen', '竺青 zhuqing'],
  yuanqu: ['顾念 gunian', '钱多多 qianduoduo', '朱砂 zhusha', '陶然 taoran', '殷实 yinshi'],
  xinqu: ['浦月 puyue', '尤佳 youjia', '费思远 feisiyuan'],
  wuzhong: ['陆一白 luyibai', '席梦 ximeng', '惠文 huiwen'],
  xuhui: ['马晓田 maxiaotian', '唐果 tangguo', '冯时雨 fengshiyu', '韩之夏 hanzhixia', '潘安宁 pananning'],
  yangpu: ['曹语嫣 caoyuyan', '梁以恒 liangyiheng', '彭飞 pengfei', '魏来 weilai'],
  pudong: ['谢知微 xiezhiwei', '罗成 luocheng', '董婉清 dongwanqing'],
  minhang: ['林若溪 linruoxi', '白简 baijian', '曾文 zengwen'],
}
