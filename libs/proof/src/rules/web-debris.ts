import { findAll } from '../find.js'
import type { PassageRule } from '../rule.js'

const WHOLE =
  /^[[【（(]?\s*(?:(?:责任编辑|责编|网络编辑|值班编辑|编辑|美编|校对|审核|监制)\s*[：:／/].{0,24}|纠错|打印(?:本页)?|关闭(?:窗口|本页)?|返回顶部|分享到.{0,12}|扫一扫.{0,24}|上一[篇条页].{0,40}|下一[篇条页].{0,40}|相关(?:新闻|阅读|链接|稿件|报道)|点击(?:查看|进入|下载).{0,12}|来源[：:]\s*)\s*[】\])）]?$/g

/** A line that belongs to the page it was copied from. */
export const webDebris: PassageRule = {
  kind: 'passage',
  id: 'web-debris',
  family: 'debris',
  severity: 'warn',
  source: 'House：网页残留文字应删去',
  check: ({ text, role }) => (role === 'body' || role === 'line' ? findAll(text, WHOLE, () => null) : []),
  fires: ['⟨责任编辑：叶疏桐⟩', '⟨【打印】⟩', '⟨上一篇：关于举办讲座的通知⟩', '⟨扫一扫在手机打开当前页⟩'],
  silent: ['编辑部的工作。', '打印社要规范经营。', '上一阶段取得成效'],
}
