import type { ArticleRule } from '../rule.js'

/** 《》 typed into the source: the house style prints them where they belong, round papers and never round bodies and agencies. */
export const sourceBrackets: ArticleRule = {
  kind: 'article',
  id: 'source-brackets',
  family: 'head',
  severity: 'info',
  batch: true,
  source: 'House：书名号由样式按报刊与机构分别排印；GB/T 15834-2011 4.15，机构名不用书名号',
  check: ({ source }) => {
    const inside = /^《([^《》]+)》$/.exec(source ?? '')?.[1]
    return inside === undefined || source === null ? [] : [{ block: null, field: 'source', from: 0, to: source.length, suggestion: inside }]
  },
  fires: [{ head: { source: '《新华社》' } }, { head: { source: '《江州日报》' } }],
  silent: [{ head: { source: '新华社' } }, { head: { source: '江州日报《周末》版' } }, { head: { source: null } }],
}
