/** Past bulletins in miniature, one of each kind that is hard to take apart; written for the tests. */

const LONG = {
  library:
    '近年来，学校坚持以读者需求为中心推进图书馆空间改造，新增研修座位三百余个，全年接待读者突破一百万人次，读者满意度持续提升，服务能力明显增强。',
  teachers:
    '学校把教师队伍建设作为基础性工作来抓，健全培养培训体系，完善荣誉表彰制度，引导广大教师潜心教书、静心育人，形成尊师重教的良好氛围。',
  industry: '学院主动对接区域产业需求，与龙头企业共建实训基地，联合开发课程标准，推动人才培养与岗位要求紧密衔接，毕业生就业质量稳步提高。',
  reform:
    '改革进入深水区，更要讲究方法。要坚持问题导向，抓住主要矛盾，以点带面推动整体提升，把制度优势更好转化为治理效能，确保各项任务落地见效。',
}

/** No contents page: 【labels】 in the body, a source after each title, one 文号. Page-wise. */
export const WITHOUT_CONTENTS = `高教参考
云岭学院发展规划处
2025年第2期（总第14期）
2025年2月28日

【政策文件】
江州省教育厅
关于做好春季学期教学工作的通知
江教高〔2025〕3号
各高等学校：
为做好春季学期教学工作，现就有关事项通知如下。
一、平稳有序开课
${LONG.teachers}
二、加强质量监测
${LONG.reform}
江州省教育厅
2025年2月10日

【院校资讯】
沧江学院图书馆改造提升服务能力
来源：《沧江日报》 2025-02-12
${LONG.library}
读者座谈会上，师生代表提出了二十余条建议，图书馆当场答复、限期落
实，赢得好评。
怒川职业学院产教融合结硕果
——一所县城高职的十年探索
来源：怒川发布
${LONG.industry}
【关键词】
校企合作
${LONG.industry}
`

/** Parts that stand in the contents only, prefixes, a subtitle joined with ——, a letter, sources at the end of one article and after the title of another. */
export const PARTS_IN_CONTENTS = `云岭大学二〇二五年
第三次教职工集中学习
学习参考材料
党委宣传部编
2025年3月

目 录
一、深入学习教育强国建设部署
扎实推动教育强国建设…………………………1
苏见山：办好人民满意的教育——在全省教育工作会议上的讲话……………4
二、典型风采
江州省教育厅给山区支教队员回信……………9

扎实推动教育强国建设
（2025年02月20日 来源：《江州日报》）
${LONG.reform}
${LONG.teachers}

办好人民满意的教育
——在全省教育工作会议上的讲话
苏见山
同志们：
${LONG.teachers}
一、提高认识
${LONG.reform}
（本文刊发于《江州教育》2025年2月25日第03版）

江州省教育厅给山区支教队员回信
（2025年03月02日 来源：江州发布）
回 信
亲爱的队员们：
你们的来信收到了。${LONG.teachers}
江州省教育厅
2025年3月1日
新华社云州3月2日电 收到回信后，队员们深受鼓舞，表示将扎根山区，努力工作，用知识点亮更多孩子的未来。
`

/** Cuts paragraphs into lines of a given measure, a blank line after each, as a PDF gives them. */
export function wrapped(paragraphs: readonly string[], measure: number): string {
  return paragraphs
    .flatMap((paragraph) => {
      const isBody = paragraph.length > measure
      const first = isBody ? measure - 2 : measure
      const lines = [paragraph.slice(0, first)]
      for (let at = first; at < paragraph.length; at += measure) lines.push(paragraph.slice(at, at + measure))
      return lines
    })
    .join('\n\n')
}

const DIGEST = [
  '沧江学院推进图书馆改造',
  LONG.library + LONG.teachers,
  LONG.reform + LONG.library,
  '（摘自：沧江日报 2025-01-12）',
  '怒川职业学院深化产教融合',
  LONG.industry + LONG.reform,
  '校企合作结出硕果',
  LONG.industry + LONG.teachers + LONG.library,
  '（摘自：怒川日报 2025-01-15）',
]

/** A flat list of hard-wrapped articles, the source at the end of each, a running foot inside a sentence. */
export function digest(): string {
  const lines = wrapped(DIGEST, 36).split('\n\n')
  lines.splice(5, 0, '编者：闻清和、柳叙白 联系电话（6021）E-mail：bianji@yunling.example 共 4 页 第 2 页')
  return lines.join('\n\n')
}

/** Wording that any education bulletin has, many times over, so that damage shows. */
const POLICY =
  '全面贯彻党的教育方针，落实立德树人根本任务，加快建设教育强国，推动高质量发展，服务国家战略需求，深化教育综合改革，' +
  '加强教师队伍建设，提高人才培养质量，完善人才培养体系，推进教育数字化，培养德智体美劳全面发展的社会主义建设者和接班人，' +
  '以高质量教育体系支撑中国式现代化，努力办好人民满意的教育，为强国建设、民族复兴伟业作出新的更大贡献。'

/** A bulletin whose text layer prints other characters: `count` of its most frequent Han stand as rare ones, or as each other. */
export function damaged(count: number, seed: number, into: 'rare' | 'common'): { text: string; map: ReadonlyMap<string, string> } {
  const whole = [WITHOUT_CONTENTS.replace(LONG.reform, POLICY + LONG.reform), ...Object.values(LONG).map((text) => text + POLICY)].join(
    '\n',
  )
  const frequent = byFrequency(whole)
  const next = numbers(seed)
  const chosen = new Set<string>()
  while (chosen.size < count) chosen.add(frequent[next() % 120] ?? '')
  const printed = into === 'rare' ? rareCharacters(count, next) : frequent.filter((char) => !chosen.has(char)).slice(-count)
  const map = new Map([...chosen].map((char, index) => [char, printed[index] ?? char]))
  return { text: [...whole].map((char) => map.get(char) ?? char).join(''), map }
}

/** A row of numbers that is the same every time. */
function numbers(seed: number): () => number {
  let state = seed * 7919
  return () => {
    state = (state * 48271) % 2147483647
    return state
  }
}

const rareCharacters = (count: number, next: () => number): string[] =>
  Array.from({ length: count }, (_, index) => String.fromCharCode(0x7a00 + index * 9 + (next() % 8)))

function byFrequency(text: string): string[] {
  const counts = new Map<string, number>()
  for (const char of text.match(/\p{Script=Han}/gu) ?? []) counts.set(char, (counts.get(char) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([char]) => char)
}
