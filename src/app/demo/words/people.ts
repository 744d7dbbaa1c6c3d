// Surnames and given names that are common in general; the people of the demo city are put together from them and invented.

export const surnames = (
  '王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕 ' +
  '苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 余 潘 杜 戴 夏 钟 汪 田 任 姜 范 方 石 姚 谭 廖 邹 熊 金 陆 郝 孔 白 崔 康 毛 邱 秦 江 史 ' +
  '顾 侯 邵 孟 龙 万 段 雷 钱 汤 尹 黎 易 常 武 乔 贺 赖 龚 文 庞 樊 兰 殷 施 陶 洪 翟 安 颜 倪 严 牛 温 芦 季 俞 章 鲁 葛 伍'
).split(' ');

export const givenNames = (
  '伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 霞 平 刚 桂英 秀英 建华 建国 建军 志强 志伟 文斌 文杰 海燕 海涛 春梅 ' +
  '国庆 国强 晓东 晓丽 晓燕 玉兰 玉梅 永强 永军 立新 丽华 丽娟 洪波 红梅 红霞 俊杰 俊峰 浩然 子轩 雨桐 思远 佳慧 佳怡 梓涵 ' +
  '振华 振东 庆华 兴旺 福生 德才 宝山 长青 守业 克勤 明远 鹏飞 大伟 少华 学文 爱民 爱华 新民 卫东 卫国 秋菊 冬梅 月娥 翠兰'
).split(' ');

/** How a small shop puts its owner's surname into its name (charter C13): 李记, 老王, 张家 … */
export const shopForms = [
  (surname: string) => `${surname}记`,
  (surname: string) => `老${surname}`,
  (surname: string) => `${surname}家`,
  (surname: string) => `${surname}氏`,
  (surname: string) => `小${surname}`,
  (surname: string) => `${surname}姐`,
  (surname: string) => `${surname}哥`,
  (surname: string) => `${surname}二`,
] as const;
