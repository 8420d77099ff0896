/** Articles by the dozen for tests that count: official prose from lists of words, the same for the same seed. */

/** A die that always falls the same way. Source: mulberry32, in the public domain. */
export function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let hash = Math.imul(state ^ (state >>> 15), 1 | state)
    hash = (hash + Math.imul(hash ^ (hash >>> 7), 61 | hash)) ^ hash
    return ((hash ^ (hash >>> 14)) >>> 0) % sides
  }
}

const WHO =
  '江州省教育厅|云岭大学|各市教育行政部门|学校党委|课程建设小组|江州师范学院|省级财政部门|各学院|教师发展中心|科研管理处|图书馆|招生办公室|后勤保障部门|学生工作队伍|实验教学中心|产业学院|乡村学校|校友联络处|信息化办公室|国际交流处'
const HOW = '持续|稳步|分类|系统|全面|扎实|统筹|加快|着力|深入|切实|协同|精准|逐步|主动|认真|积极|创新|大力|有序'
const DO = '推进|优化|完善|建设|实施|改进|健全|整合|培育|提升|落实|拓展|规范|支持|开展|探索|加强|调整|引导|评估'
const WHAT =
  '学科专业布局|课程思政体系|实践教学环节|教师评价办法|科研平台共享|毕业生就业服务|数字教材编写|实验室安全责任|乡村教育帮扶|研究生导师考核|职业本科试点|国际合作项目|校园文化活动|继续教育资源|体育美育课程|学风建设举措|经费使用监督|人才引进政策|产教融合基地|心理健康服务|图书文献保障|考试招生改革|学位授权点建设|终身学习平台|校企联合培养|特殊教育保障|教学质量年报|科技成果转化|后勤服务标准|家校协同机制'
const WHY =
  '为高质量发展提供支撑|让更多师生受益|形成可以推广的经验|推动各项任务落地见效|解决长期存在的难题|满足社会多样需求|夯实基层基础|增强服务区域的能力|促进教育公平|守住安全底线|激发办学活力|带动整体水平提高'
const WHEN = '今年以来|上半年|“十四五”期间|近三年|新学期开学后|按照年度计划|结合调研情况|在前期试点基础上|根据评估结果|围绕重点任务'

const words = (list: string): readonly string[] => list.split('|')

const SHAPES: readonly ((pick: (list: string) => string, figure: (most: number) => number) => string)[] = [
  (pick, figure) => `${pick(WHEN)}，${pick(WHO)}${pick(HOW)}${pick(DO)}${pick(WHAT)}，累计完成${figure(9000)}项，${pick(WHY)}。`,
  (pick) => `${pick(WHO)}要${pick(HOW)}${pick(DO)}${pick(WHAT)}，${pick(HOW)}${pick(DO)}${pick(WHAT)}，${pick(WHY)}。`,
  (pick, figure) =>
    `在${pick(WHAT)}方面，${pick(WHO)}投入${figure(800)}万元，${pick(DO)}${pick(WHAT)}${figure(60)}个，覆盖${figure(99)}所学校。`,
  (pick) => `对${pick(WHAT)}中的问题，由${pick(WHO)}牵头，会同${pick(WHO)}${pick(DO)}，${pick(WHY)}。`,
  (pick, figure) => `到${figure(9) + 2026}年，${pick(WHO)}的${pick(WHAT)}基本成型，${pick(WHAT)}达到${figure(97)}%。`,
]

/** The paragraphs of one article, each of some sentences. */
export function generatedArticle(seed: number, paragraphs = 8): string[] {
  const die = dice(seed)
  const pick = (list: string): string => words(list)[die(words(list).length)] ?? ''
  const figure = (most: number): number => die(most) + 1
  const sentence = (): string => SHAPES[die(SHAPES.length)]?.(pick, figure) ?? ''
  return Array.from({ length: paragraphs }, () => Array.from({ length: 3 + die(3) }, sentence).join(''))
}

const OTHER = '的在了有和为是不一大中上个国我以要时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经'

/** A text in which so many of a hundred characters are others, left out, or added to. */
export function edited(text: string, percent: number, seed: number): string {
  const die = dice(seed)
  const other = (): string => OTHER[die(OTHER.length)] ?? ''
  return [...text]
    .map((char) => {
      if (die(1000) >= percent * 10) return char
      return [other(), '', char + other()][die(3)]
    })
    .join('')
}
