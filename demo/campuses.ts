/** How busy a campus is (leads of a week, as the board of a good week shows) and how far its people keep up. */
export interface DemoCampus {
  key: string
  name: string
  region: string
  city: string
  district: string
  address: string
  /** Leads of one week at full scale. */
  weekly: number
  /** Part of leads that somebody speaks to within 48 hours. */
  diligence: number
  /** Consultants. They sum to 86. */
  consultants: number
}

const campus = (
  key: string,
  name: string,
  place: [region: string, city: string, district: string, address: string],
  load: [number, number, number],
): DemoCampus => ({
  key,
  name: `${name}校区`,
  region: place[0],
  city: place[1],
  district: place[2],
  address: place[3],
  weekly: load[0],
  diligence: load[1],
  consultants: load[2],
})

/** The 23 campuses of 青屿教育 in 华东. Streets are invented. */
export const demoCampuses: readonly DemoCampus[] = [
  campus('xianlin', '仙林', ['nanjing', '南京', '栖霞区', '青枫路 18 号 3 楼'], [67, 0.82, 5]),
  campus('gulou', '鼓楼', ['nanjing', '南京', '鼓楼区', '云台巷 66 号'], [62, 0.985, 4]),
  campus('jianye', '建邺', ['nanjing', '南京', '建邺区', '河畔大街 201 号 2 楼'], [45, 0.94, 3]),
  campus('jiangning', '江宁', ['nanjing', '南京', '江宁区', '百合路 9 号，地铁口步行 6 分钟'], [63, 0.986, 5]),
  campus('binhu', '滨湖', ['hefei', '合肥', '包河区', '湖滨支路 27 号 4 楼'], [58, 0.886, 4]),
  campus('zhengwu', '政务', ['hefei', '合肥', '蜀山区', '天鹅里 5 号 3 楼'], [71, 0.959, 4]),
  campus('wensan', '文三', ['hangzhou', '杭州', '西湖区', '文三里 108 号'], [42, 0.978, 3]),
  campus('binjiang', '滨江', ['hangzhou', '杭州', '滨江区', '江晖里 33 号 2 楼'], [53, 0.942, 4]),
  campus('gongshu', '拱墅', ['hangzhou', '杭州', '拱墅区', '桥西里 12 号'], [54, 0.958, 4]),
  campus('xiaoshan', '萧山', ['hangzhou', '杭州', '萧山区', '北干里 76 号 5 楼'], [54, 0.955, 4]),
  campus('yuhang', '余杭', ['hangzhou', '杭州', '余杭区', '良睦里 250 号'], [61, 0.948, 4]),
  campus('xiasha', '下沙', ['hangzhou', '杭州', '钱塘区', '学源里 41 号'], [53, 0.948, 3]),
  campus('linping', '临平', ['hangzhou', '杭州', '临平区', '藕花里 8 号 3 楼'], [47, 0.948, 3]),
  campus('yinzhou', '鄞州', ['ningbo', '宁波', '鄞州区', '四明里 90 号'], [60, 0.965, 4]),
  campus('haishu', '海曙', ['ningbo', '宁波', '海曙区', '月湖里 15 号 2 楼'], [54, 0.983, 3]),
  campus('jiangbei', '江北', ['ningbo', '宁波', '江北区', '老外滩里 7 号'], [51, 0.941, 3]),
  campus('yuanqu', '园区', ['suzhou', '苏州', '工业园区', '星港里 300 号 6 楼'], [71, 0.94, 5]),
  campus('xinqu', '新区', ['suzhou', '苏州', '虎丘区', '狮山里 22 号'], [51, 0.966, 3]),
  campus('wuzhong', '吴中', ['suzhou', '苏州', '吴中区', '石湖里 64 号'], [39, 0.972, 3]),
  campus('xuhui', '徐汇', ['shanghai', '上海', '徐汇区', '漕溪里 51 号 7 楼'], [70, 0.933, 5]),
  campus('yangpu', '杨浦', ['shanghai', '上海', '杨浦区', '大学里 19 号'], [55, 0.964, 4]),
  campus('pudong', '浦东', ['shanghai', '上海', '浦东新区', '花木里 260 号 4 楼'], [44, 0.956, 3]),
  campus('minhang', '闵行', ['shanghai', '上海', '闵行区', '七宝里 83 号'], [59, 0.954, 3]),
]
