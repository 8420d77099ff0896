export const editionTexts = {
  states: { made: '已生成', released: '已发布', superseded: '已被更正', recalled: '已撤回' },
}
