/** 稿件: reading, editing, findings, versions. */
export const articleTexts = {
  title: '稿件',
  table: '表格',
  noFindings: '没有发现问题。',
  thisPlace: '此处',
  suggestion: (text: string) => (text === '' ? '建议删去' : `建议改为：${text}`),
  settledBy: (person: string, reason: string) => `${person}已放行：${reason}`,
}
