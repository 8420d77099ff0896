/** Characters that are said twice in good Chinese, alone (人人) or as the end of a word (沉甸甸, 兴致勃勃). Plain facts of usage. */
const WORDS =
  '人天年月日时处事家户代世种层步个件条张句字行样项点次回声遍阵片堆排队串群座所岁朝夜晨星滴丝点面路节段篇章页村校班' +
  '常往渐仅刚纷悄默偷轻慢快早远近高低长深浅重好满多大小细稳牢紧明暗白黑红绿蓝灰黄亮晶闪沉甸巍荡滔绵勃腾融洋浩茫苍郁葱欣盈殷切拳孜兢谆循' +
  '侃娓津彬堂堂凛烈熊滚翩款依恋赫累比井条济彤沸扬冉迟频连屡再偏恰单独空白统通草匆急忙惶悠悻愤怏怯默昏迷蒙糊灿漫潺淙涓泱汩霏皑' +
  '爸妈爷奶哥姐弟妹叔伯姑舅婶公婆宝娃猩蝈蛐太谢等看想说谈听试走读学教写讲问议帮管聊坐歇玩尝数比算练修画挂贴擦洗摸碰敲'

/** 十五五 and 三三 are numbers. */
const NUMERALS = '一二三四五六七八九十百千〇零'

export const REDUPLICATED: ReadonlySet<string> = new Set(WORDS + NUMERALS)
