// What the organisations of the demo city do: trades with the words of their names, their scope, and weights per kind.

/** Legal kinds of organisation in the city. */
export type OrganisationKind =
  | 'company'
  | 'proprietor'
  | 'sole-trader'
  | 'cooperative'
  | 'non-enterprise'
  | 'association'
  | 'institution'
  | 'law-firm'
  | 'village'
  | 'neighbourhood';

/** Weights are per thousand organisations; `tags` decide which licences and penalties fit; `public` ones meet none of those that fit any business. */
export interface Trade {
  readonly id: string;
  readonly tags: readonly string[];
  readonly scope: string;
  readonly words: Partial<Record<OrganisationKind, readonly [weight: number, words: string]>>;
}

function trade(id: string, tags: string, scope: string, words: Trade['words']): Trade {
  return { id, tags: tags.split(' '), scope, words };
}

export const trades: readonly Trade[] = [
  trade('catering', 'food-service', '餐饮服务；食品销售', {
    'sole-trader': [92, '小吃店 面馆 饭店 饺子馆 火锅店 烧烤店 早餐店 羊汤馆 家常菜馆 快餐店 麻辣烫店'],
    company: [10, '餐饮管理 餐饮服务'],
  }),
  trade('drinks', 'food-service', '饮品制售；预包装食品销售', {
    'sole-trader': [13, '奶茶店 咖啡馆 冷饮店'],
  }),
  trade('bakery', 'food-service', '糕点类食品制售', { 'sole-trader': [12, '糕点店 馒头房 烘焙坊 煎饼铺'] }),
  trade('food-retail', 'food-retail tobacco', '食品销售；日用百货销售；烟草制品零售', {
    'sole-trader': [78, '超市 便利店 食品店 副食店 生活超市 百货店'],
    company: [6, '超市 连锁超市'],
  }),
  trade('produce', 'food-retail', '新鲜蔬菜、水果零售', {
    'sole-trader': [28, '蔬菜店 水果店 生鲜店 海鲜店'],
  }),
  trade('meat', 'food-retail', '鲜肉零售；熟食制售', { 'sole-trader': [9, '熟食店 鲜肉店 豆腐坊'] }),
  trade('liquor', 'food-retail tobacco', '酒类、茶叶零售；烟草制品零售', {
    'sole-trader': [14, '烟酒店 名酒行 茶叶店'],
  }),
  trade('food-making', 'food-making manufacture', '食品生产；食品销售', {
    company: [12, '食品 粮油 面业 调味品 饮品'],
    proprietor: [5, '食品厂 酱菜厂 面粉厂'],
  }),
  trade('clothing', 'retail', '服装、鞋帽、针纺织品零售', {
    'sole-trader': [24, '服装店 童装店 鞋店 布艺店 家纺店'],
  }),
  trade('beauty', 'hygiene cosmetics', '理发、美容服务；化妆品零售', {
    'sole-trader': [20, '理发店 美发店 美容院 美甲店'],
  }),
  trade('bath', 'hygiene', '洗浴服务；足浴服务', { 'sole-trader': [6, '浴池 足疗店 汗蒸馆'] }),
  trade('lodging', 'lodging hygiene fire-check', '住宿服务；餐饮服务', {
    'sole-trader': [7, '旅馆 宾馆 民宿'],
    company: [4, '酒店管理 宾馆'],
  }),
  trade('internet-cafe', 'internet-cafe fire-check', '互联网上网服务', { 'sole-trader': [3, '网吧 电竞馆'] }),
  trade('entertainment', 'entertainment hygiene fire-check', '歌舞娱乐活动；棋牌室服务', {
    'sole-trader': [3, '歌舞厅 棋牌室'],
    company: [3, '娱乐'],
  }),
  trade('pharmacy', 'pharmacy', '药品零售；第二类医疗器械销售', {
    company: [8, '大药房 医药连锁 医药'],
    'sole-trader': [4, '药店'],
  }),
  trade('clinic', 'medical', '医疗服务', {
    'sole-trader': [6, '诊所 口腔诊所 中医诊所'],
    company: [2, '口腔门诊部'],
  }),
  trade('hardware', 'retail', '五金、建筑材料、家用电器零售', {
    'sole-trader': [20, '五金店 建材店 灯饰店 电器店 水暖店'],
  }),
  trade('furniture', 'manufacture dust', '家具制造；家具销售', {
    'sole-trader': [6, '家具店 门窗店'],
    company: [6, '家具 木业'],
  }),
  trade('vehicle-repair', 'vehicle-repair hazardous-waste', '机动车修理和维护；汽车零配件零售', {
    'sole-trader': [14, '汽修厂 汽车维修部 轮胎店 洗车行 电动车行'],
    company: [4, '汽车服务'],
  }),
  trade('farm-inputs', 'agri-input', '农药、化肥、农作物种子零售', {
    'sole-trader': [10, '农资店 种子店 化肥店'],
    company: [3, '农资 种业'],
  }),
  trade('vet', 'vet', '兽药经营；饲料零售', { 'sole-trader': [4, '兽药店 饲料店 宠物店'] }),
  trade('farming', 'farming', '农作物种植；畜禽养殖；农产品初加工', {
    'sole-trader': [12, '家庭农场 养殖场'],
    cooperative: [45, '种植 养殖 果蔬种植 农机服务 粮食种植 生猪养殖 苗木种植 食用菌种植'],
    company: [7, '农业科技 农业发展 畜牧 生态农业'],
  }),
  trade('printing', 'printing', '包装装潢印刷品印刷；打字复印', {
    'sole-trader': [6, '打印店 图文店'],
    company: [5, '印务 包装 彩印'],
  }),
  trade('phone', 'retail', '通讯器材、电子产品零售', { 'sole-trader': [8, '手机店 电脑店 数码店'] }),
  trade('books', 'publishing', '出版物零售；文具用品零售', { 'sole-trader': [6, '书店 文具店'] }),
  trade('flowers', 'retail', '花卉零售；摄影服务；婚庆礼仪服务', {
    'sole-trader': [6, '花店 照相馆 婚庆店'],
  }),
  trade('freight', 'transport', '道路货物运输；货运代理；仓储服务', {
    'sole-trader': [12, '货运部 配货站'],
    company: [18, '物流 运输 货运 快运'],
  }),
  trade('passenger', 'passenger', '道路旅客运输；出租车经营', { company: [3, '客运 公共交通 出租汽车'] }),
  trade('waste', 'waste dust', '再生资源回收、加工', {
    'sole-trader': [5, '废品收购站'],
    company: [4, '再生资源 再生物资'],
  }),
  trade('household', 'service', '家政服务；保洁服务；洗染服务', {
    'sole-trader': [8, '洗衣店 家政服务部 保洁服务部'],
    company: [6, '家政服务 保洁服务'],
  }),
  trade('trading', 'retail', '货物进出口；建筑材料、日用品、机械设备批发', {
    company: [74, '商贸 贸易 经贸 国际贸易 实业 进出口 供应链管理 商业'],
    proprietor: [4, '经营部 商行'],
  }),
  trade('construction', 'construction', '房屋建筑工程、市政工程施工', {
    company: [28, '建筑工程 建设工程 建筑安装 市政工程 路桥工程'],
  }),
  trade('building-labour', 'construction labour', '建筑劳务分包', { company: [9, '建筑劳务 劳务'] }),
  trade('decoration', 'construction', '建筑装饰装修工程设计、施工', {
    'sole-trader': [5, '装饰部'],
    company: [12, '装饰工程 装饰 幕墙工程'],
  }),
  trade('landscape', 'construction', '园林绿化工程施工；苗木种植', { company: [6, '园林绿化 园林工程'] }),
  trade('real-estate', 'real-estate construction', '房地产开发经营', { company: [6, '房地产开发 置业'] }),
  trade('property', 'property fire-check lift', '物业管理；停车场服务', {
    company: [6, '物业服务 物业管理'],
  }),
  trade('machinery', 'manufacture lift', '通用设备、专用设备及零部件制造', {
    company: [22, '机械制造 机械 机电设备 精密机械 数控设备'],
    proprietor: [8, '机械厂 配件厂 机床附件厂'],
  }),
  trade('chemical', 'chemical manufacture hazardous-waste', '化工产品生产、销售；涂料制造', {
    company: [8, '化工 化工科技 涂料 精细化工'],
  }),
  trade('materials', 'manufacture dust', '新型建筑材料、复合材料制造', {
    company: [8, '新材料 复合材料 新型建材'],
  }),
  trade('plastics', 'manufacture', '塑料制品、橡胶制品制造', {
    company: [6, '塑料制品 塑业 橡塑制品'],
    proprietor: [5, '塑料厂 橡胶厂'],
  }),
  trade('metal', 'manufacture lift', '金属制品、金属结构制造', {
    company: [8, '金属制品 五金制品 钢结构 铸造'],
    proprietor: [5, '铸造厂 五金厂'],
  }),
  trade('textile', 'manufacture', '纺织品、服装生产、加工', {
    company: [8, '纺织 服装 服饰 制衣'],
    proprietor: [4, '服装厂 制衣厂'],
  }),
  trade('paper', 'manufacture water-use', '纸制品制造；包装材料销售', { company: [4, '纸业 纸制品'] }),
  trade('concrete', 'manufacture construction dust', '预拌混凝土生产、销售', { company: [3, '混凝土 商砼'] }),
  trade('mining', 'mining dust water-use', '建筑用石开采、加工', { company: [3, '矿业 石材 砂石'] }),
  trade('energy', 'manufacture', '新能源技术研发；太阳能发电设备销售', {
    company: [5, '新能源 能源科技 光伏科技'],
  }),
  trade('gas', 'gas chemical', '燃气经营；燃气器具销售', { company: [2, '燃气 液化气'] }),
  trade('heating', 'utility water-use', '热力生产和供应', { company: [1, '热力'] }),
  trade('fuel', 'fuel chemical', '成品油零售；食品销售', {
    proprietor: [4, '加油站'],
    company: [2, '石油 石化'],
  }),
  trade('devices', 'medical-device', '医疗器械销售；生物技术推广', { company: [5, '医疗器械 生物科技'] }),
  trade('software', 'information', '软件开发；信息系统集成；计算机销售', {
    company: [26, '信息科技 网络科技 软件 电子科技 信息技术'],
  }),
  trade('advertising', 'advertising', '广告设计、制作、发布', { company: [10, '广告传媒 文化传媒 广告'] }),
  trade('culture', 'performance', '文化艺术交流活动策划；演出经纪', {
    company: [8, '文化传播 文化艺术 影视文化'],
  }),
  trade('travel', 'travel', '旅行社业务；会议服务', { company: [3, '旅行社 国际旅行社'] }),
  trade('education', 'education fire-check', '教育咨询；技能培训', {
    company: [6, '教育科技 教育咨询'],
    'non-enterprise': [10, '培训学校 幼儿园 艺术培训中心 职业培训学校'],
  }),
  trade('staffing', 'labour', '人力资源服务；劳务派遣服务', { company: [5, '人力资源服务 人力资源'] }),
  trade('security', 'security', '保安服务', { company: [2, '保安服务'] }),
  trade('cars', 'retail', '汽车销售；汽车装饰用品销售', { company: [7, '汽车销售服务 汽车贸易'] }),
  trade('testing', 'testing', '检验检测服务', { company: [4, '检测技术 检验检测 环境检测'] }),
  trade('consulting', 'consulting', '工程咨询；企业管理咨询；财务咨询', {
    company: [14, '工程咨询 企业管理咨询 财务咨询 工程监理 项目管理'],
  }),
  trade('environment', 'construction', '环保工程施工；环保设备销售', {
    company: [6, '环保科技 环保工程 节能科技'],
  }),
  trade('storage', 'food-retail fire-check', '冷藏服务；普通货物仓储', { company: [3, '仓储 冷链物流'] }),
  trade('water-supply', 'utility water-use', '自来水生产和供应；污水处理', { company: [1, '水务'] }),
  trade('fishery', 'farming', '水产养殖；水产品销售', { company: [3, '水产 渔业'] }),
  trade('elder-care', 'care fire-check', '养老服务', {
    company: [2, '养老服务'],
    'non-enterprise': [5, '养老院 养老服务中心'],
  }),
  trade('sports', 'hygiene sports fire-check', '健身休闲活动；游泳馆经营', {
    'sole-trader': [4, '健身馆 游泳馆'],
  }),
  trade('association', 'society public', '行业服务、交流与自律', {
    association: [8, '商会 行业协会 志愿服务协会 书画协会'],
  }),
  trade('school', 'institution public', '实施义务教育、学前教育', {
    institution: [9, '小学 中学 幼儿园'],
  }),
  trade('hospital', 'medical institution public', '医疗与护理、卫生技术人员培训', {
    institution: [5, '卫生院 社区卫生服务站'],
  }),
  trade('station', 'institution public', '公益文化与农业技术推广服务', {
    institution: [3, '文化服务站 农业技术推广站'],
  }),
  trade('law', 'law public', '法律服务', { 'law-firm': [3, '律师事务所'] }),
  trade('village', 'village public', '村民自治事务', { village: [12, '村民委员会'] }),
  trade('neighbourhood', 'village public', '社区居民自治事务', { neighbourhood: [4, '社区居民委员会'] }),
];
