/** 放行清单: what the publication lets stand everywhere. */
export const ignoreTexts = {
  title: '放行清单',
  lead: '以下词句和规则在本刊不再提示。收回后，下次校对会重新提示。',
  none: '还没有在全刊放行的词句。',
  words: '词句',
  wholeRule: '整条规则',
  rule: '规则',
  by: '放行人',
  at: '时间',
  takeBack: '收回',
  takeBackOf: (what: string) => `收回 ${what}`,
  takenBack: (what: string) => `已收回“${what}”，下次校对会重新提示。`,
  scope: '放行范围',
  scopes: { once: '只在这篇稿件', always: '这个词句在本刊都放行', rule: '本刊停用这条规则' },
}
