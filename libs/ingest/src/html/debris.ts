import { runsText, type Warning } from '#lib/editorial'
import type { Piece } from '../piece.js'

/** Lines that belong to a page, not to an article; only at its end, where they stand. */
const DEBRIS =
  /^[[【（(]?\s*(?:责任?编辑|责编|编辑|审核|校对|监制|初审|复审|终审|值班编委|网络编辑|美编|排版)\s*[：:／/]|^[【[]?\s*(?:纠错|打印|关闭|打印本页|关闭窗口|返回顶部|我要纠错|责任编辑)\s*[】\]]?|^扫一扫|^(?:上|下)一[篇条页]\s*[：:]?|^相关(?:稿件|链接|新闻|阅读|报道|文章)|^(?:分享|转发)(?:到|至)|^(?:点击|浏览|阅读)(?:次数|数|量)?\s*[：:]?\s*\d*$|^(?:微信|长按|识别|关注).{0,16}二维码|^版权(?:所有|声明)|^(?:点赞|在看|收藏)|^阅读剩余|^(?:特别|平台|免责)?声明\s*[：:]|^[【[]网站声明|未经授权，?(?:不得|禁止)转载|^本文(?:系|为).{0,8}独家|^返回.{2,8}，查看更多|^(?:END|·END·|—\s*END\s*—)$/i
/** House: what stands under an article is short; a longer line is text. */
const LONGEST_DEBRIS = 120
const LAST_PIECES = 12

/** Whether a line belongs to a page and not to an article. */
export const isDebris = (line: string): boolean => {
  const text = line.trim()
  return text !== '' && text.length <= LONGEST_DEBRIS && DEBRIS.test(text)
}

/** The pieces without the debris at their end, and what was taken away. */
export function withoutDebris(pieces: readonly Piece[]): { pieces: Piece[]; warnings: Warning[] } {
  const from = Math.max(0, pieces.length - LAST_PIECES)
  const warnings: Warning[] = []
  const kept = pieces.filter((piece, index) => {
    const text = piece.kind === 'text' ? runsText(piece.runs).trim() : ''
    const debris = index >= from && isDebris(text)
    if (debris) warnings.push({ code: 'ingest/removed-debris', params: { text } })
    return !debris
  })
  return { pieces: kept, warnings }
}
