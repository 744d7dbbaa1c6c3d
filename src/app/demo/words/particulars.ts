// Particulars that fill the sentences of licences and penalties.

/** Lists by placeholder; the texts name {project}, {grade} and so on. */
export const particulars: Readonly<Record<string, readonly string[]>> = {
  change: ['经营范围变更', '住所变更', '注册资本变更', '法定代表人变更', '股东变更'],
  clinic: ['内科', '口腔科', '中医科', '儿科', '康复医学科', '医学影像科'],
  place: ['理发店、美容店', '旅店', '公共浴室', '游泳场（馆）', '歌舞厅'],
  garage: ['三类汽车维修（综合小修）', '二类汽车维修', '三类汽车维修（轮胎动平衡及修补）'],
  grade: [
    '建筑工程施工总承包三级',
    '市政公用工程施工总承包二级',
    '建筑装修装饰工程专业承包二级',
    '地基基础工程专业承包三级',
    '施工劳务不分等级',
  ],
  project: [
    '年产五千吨复合材料项目',
    '凤鸣花园二期住宅楼',
    '云溪路雨污分流改造工程',
    '农产品冷链仓储项目',
    '机械零部件加工技改项目',
    '望湖湾商住小区',
    '城关中学教学楼',
    '石堰镇标准厂房项目',
    '木制品加工项目',
    '再生骨料生产线项目',
    '清和市人民医院病房楼',
  ],
  chemical: ['汽油、柴油', '液化石油气', '盐酸、硫酸', '油漆、稀释剂', '氧气（压缩的）、乙炔'],
  storage: ['带储存设施', '不带储存设施', '仓储经营'],
  animal: ['生猪', '肉鸡', '蛋鸡', '奶牛', '肉羊'],
  course: ['文化艺术类培训', '学前教育', '职业技能培训', '体育类培训'],
  equipment: ['乘客电梯', '叉车', '桥式起重机', '承压蒸汽锅炉', '快开门式压力容器'],
  cycle: ['季', '半年', '年'],
};

/** Letters inside plates of vehicles. Plates here begin with 鲁I, which no office issues. */
export const plateLetters = 'ABCDEFGHJKLMNPQRSTUVWXY';
