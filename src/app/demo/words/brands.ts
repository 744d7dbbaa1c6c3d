// Characters that invented brand names are put together from; the three lists share no character, so that a name has one reading.

/** First characters of a brand: 鑫源, 恒达 … */
export const brandFirst = Array.from(
  '鑫恒瑞盛宏顺嘉泰丰润百诚荣昌茂旭金永同德华兴腾博远聚正联久信亿佳美佰中新东方海天龙祥福万隆众群富国春晟凯锦禾绿洁' +
    '清云星月明朗雅静宁安康健益利广大通达吉庆鸿鹏飞跃启航卓越优品尚致臻铭耀辉景怡馨悦乐欢喜善仁义和平太裕厚泽沐沃野',
);

/** Second characters of a brand. */
export const brandSecond = Array.from(
  '源升发旺成立建业创基盈财宝玉石森林木川江河湖洋波涛峰岭岳原田园地城邦都港湾桥舟帆翔驰骏马麒麟凤雁鹤燕鹿牛羊' +
    '阳光辰宇宙宸轩阁楼台堂府斋坊苑居屋家人友朋缘情心意志思学文书画琴诗韵声音彩色香味甜果花草叶枝根芽竹梅兰菊荷莲桂松柏',
);

/** Third characters, for brands of three. */
export const brandThird = Array.from(
  '特尔斯顿克迪亚纳瑟维莱诺奇普赛伦雷蒙杰晶芯智能汇融创投通威邦泓淼焱垚犇骉羴雪冰霜露雨霞虹晴岚曦晖曜煜炜烨煊燊熙',
).filter((char) => !brandFirst.includes(char) && !brandSecond.includes(char));
