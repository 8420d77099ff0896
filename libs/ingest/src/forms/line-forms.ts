/** Lines that say what they are: each test looks at one line alone. */

const DATE_LINE =
  /^[（(]?\s*(?:\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[一二][〇○Ｏ零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)\s*[）)]?$/

/** 2024年8月30日 alone, bracketed or not; 二〇二四年八月三十日 too. */
export const isDateLine = (text: string): boolean => DATE_LINE.test(text.trim())

const DOCUMENT_NUMBER = /^[\p{Script=Han}A-Za-z]{1,20}\s*[〔[［【（(]\s*\d{4}\s*[〕\]］】）)]\s*(?:第)?\s*\d{1,5}\s*号$/u

/** 国办发〔2024〕1号 alone on its line, whatever brackets were typed. */
export const isDocumentNumberLine = (text: string): boolean => DOCUMENT_NUMBER.test(text.trim())

/** 国办发 [2024] 1 号 → 国办发〔2024〕1号. Source: GB/T 9704-2012 7.2.5. */
export function normalDocumentNumber(text: string): string {
  return text.replace(/\s+/g, '').replace(/[[［【（(](\d{4})[\]］】）)]/, '〔$1〕')
}

export const isLetterHeading = (text: string): boolean =>
  /^(?:回|复|贺|慰\s*问|感\s*谢|公\s*开|表\s*扬)\s*信$|^贺\s*电$|^倡\s*议\s*书$|^唁\s*电$/.test(text.trim())

export const isUrlLine = (text: string): boolean => /^(?:https?:\/\/|www\.)[!-~]+$/.test(text.trim())

export const isSeparatorLine = (text: string): boolean => /^(?:[*＊]\s*){3,}$|^[-—_=]{3,}$|^[◆◇●○]{1,3}$/.test(text.trim())

const ADDRESSEE_WORDS =
  /各|委员会|人民政府|部门|单位|学校|高校|学院|大学|同志|同学|老师|教师|朋友|先生|女士|代表|委员|嘉宾|们|家长|校友|院长|校长|厅|局|处$/

/** 主送机关 or 称呼 by its look: one line, ends with a colon, names whom it is for. */
export function isAddressee(text: string): boolean {
  const line = text.trim()
  if (!/[：:]$/.test(line) || line.length > 160 || /[。！？；“”]/.test(line)) return false
  return (
    ADDRESSEE_WORDS.test(line.slice(0, -1)) &&
    !/如下|指出|强调|认为|表示|包括|问$|答$|记者[：:]$|关键词|^[一二三四五六七八九十]+[是要、]/.test(line.slice(0, -1))
  )
}

/** （作者系……） and its relatives. */
export const isAuthorNote = (text: string): boolean =>
  /^[（(]?\s*(?:本文)?(?:作者|执笔人?)(?:系|为|单位|简介|[：:])/.test(text.trim()) && text.length <= 200

/** House: 【关键词】 and 关键词一： introduce the heading on the next line, they are not columns. */
export const isHeadingLabel = (text: string): boolean =>
  /^【[^】]{1,8}】$|^(?:关键词|看点|亮点|话题|焦点|问题|镜头|场景)[一二三四五六七八九十\d]*[：:]$/.test(text.trim())
