import type { ArticleRule } from '../rule.js'

const ORGAN = /(?:厅|部|局|委|办公室|办公厅|委员会|院|处|中心|大学|学院|会|政府|室)$/

/** The organs a title begins with: `甲厅 乙厅关于……` names two. */
function organsOf(title: string): number {
  const head = /^(.+?)(?:关于|印发)/.exec(title)?.[1] ?? ''
  const names = head.split(/[\s　、]+/).filter((name) => name !== '')
  return names.length > 1 && names.every((name) => ORGAN.test(name)) ? names.length : 0
}

/** A joint paper is signed by every organ its title names. */
export const signatureOrgans: ArticleRule = {
  kind: 'article',
  id: 'signature-organs',
  family: 'structure',
  severity: 'warn',
  source: 'GB/T 9704-2012 7.3.5.1：联合行文署名',
  check: ({ title, blocks }) => {
    const named = organsOf(title)
    const index = blocks.findIndex((block) => block.kind === 'signature')
    const block = blocks[index]
    if (named === 0 || block?.kind !== 'signature') return []
    const signed = block.organs.flatMap((organ) => organ.split(/[\s　]{1,}/)).filter((name) => name.length > 1).length
    return signed < named ? [{ block: index, from: 0, to: block.organs.join('\n').length, params: { named, signed } }] : []
  },
  fires: [{ head: { title: '江州省教育厅 江州省财政厅关于加强管理的通知' }, body: ['落款：江州省教育厅|2025年3月1日'] }],
  silent: [
    { head: { title: '江州省教育厅 江州省财政厅关于加强管理的通知' }, body: ['落款：江州省教育厅　江州省财政厅|2025年3月1日'] },
    { head: { title: '江州省教育厅关于加强管理的通知' }, body: ['落款：江州省教育厅|2025年3月1日'] },
  ],
}
