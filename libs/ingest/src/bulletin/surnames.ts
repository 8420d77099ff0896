/** The family names that cover nearly everyone, plain facts; used only to tell a person's name from a short phrase. */
const ONE =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙伏岑习尉雍蔺卿怀闻'
const TWO = ['欧阳', '上官', '司马', '诸葛', '东方', '皇甫', '尉迟', '公孙', '令狐', '慕容', '司徒', '夏侯', '端木', '南宫', '独孤', '呼延']

/** Whether a short text can be a Chinese name: 吴刚, 吴 刚, 欧阳明远, 阿里木·买买提. */
export function isPersonName(text: string): boolean {
  const name = text.replace(/[\s　]/g, '')
  if (/^\p{Script=Han}{2,6}(?:·\p{Script=Han}{1,8})+$/u.test(name)) return true
  if (!/^\p{Script=Han}{2,4}$/u.test(name)) return false
  if (TWO.some((surname) => name.startsWith(surname))) return name.length >= 3
  return name.length <= 3 && ONE.includes(name[0] ?? '')
}

/** 吴 刚 → 吴刚: blanks that only make a two-character name as wide as its neighbours go. */
export const tidyName = (text: string): string => text.replace(/^(\p{Script=Han})[\s　]+(\p{Script=Han})$/u, '$1$2').trim()
