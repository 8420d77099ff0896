import { findAll } from '../find.js'
import type { PassageRule } from '../rule.js'

/** Instructions of a wire service or a newspaper that mean nothing in a bulletin. */
export const wireBoilerplate: PassageRule = {
  kind: 'passage',
  id: 'wire-boilerplate',
  family: 'debris',
  severity: 'warn',
  source: 'House：转载时应删去通稿、版面用语',
  batch: true,
  check: ({ text }) =>
    findAll(
      text,
      /[（(](?:[^（）()]{0,12}(?:全文|附图|照片|名单|图表|社评|评论)?(?:另发|另见|见另稿)|完|下转第?\s?[A-Z]?\d+版|上接第?\s?[A-Z]?\d+版|紧接第?\d+版|详见第?\s?[A-Z]?\d+版|据新华社电)[）)]/g,
      () => '',
    ),
  fires: ['表示祝贺。⟨（回信全文另发）→⟩', '会议要求。⟨（下转第4版）→⟩', '圆满结束。⟨（完）→⟩'],
  silent: ['（以下简称《意见》）', '（见图1）', '（完整版）'],
}
