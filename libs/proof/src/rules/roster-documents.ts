import type { ArticleContent, Roster, RosterEntry } from '#lib/editorial'
import type { Passage } from '../passages.js'
import { hitAt, ownPassages } from '../roster/open-passages.js'
import type { ArticleHit, ArticleRule } from '../rule.js'

type Paper = Extract<RosterEntry, { kind: 'document' }>

const ROSTER: Roster = [
  { kind: 'document', name: '江州省课程建设行动方案', number: '江教高〔2025〕3号', date: '2025-02-20', note: '' },
  { kind: 'document', name: '江州省教材管理办法', number: '江教材〔2024〕11号', date: null, note: '' },
]

/** A title in 《》 with its number behind it. */
const NAMED = /《([^《》]{4,60})》\s*(?:（|\()\s*([^（）()《》]{2,16}?〔\d{4}〕\d{1,4}号)\s*(?:）|\))/g

/** A document's number that belongs to another title, or a title with another number. */
export const rosterDocuments: ArticleRule = {
  kind: 'article',
  id: 'roster-documents',
  family: 'wording',
  severity: 'warn',
  source: '本单位名册：文件',
  check: (content, { roster = [] }) => {
    const papers = roster.filter((entry): entry is Paper => entry.kind === 'document')
    return papers.length === 0 ? [] : [...ownNumber(content, papers), ...ownPassages(content).flatMap((passage) => inText(passage, papers))]
  },
  fires: [
    { body: ['依据《江州省课程建设行动方案》（⟨江教高〔2025〕8号→江教高〔2025〕3号⟩）执行。'], context: { roster: ROSTER } },
    { body: ['依据《江州省学籍管理规定》（⟨江教材〔2024〕11号⟩）执行。'], context: { roster: ROSTER } },
    { head: { title: '关于印发《江州省学籍管理规定》的通知', documentNumber: '江教材〔2024〕11号' }, context: { roster: ROSTER } },
  ],
  silent: [
    {
      body: ['依据《江州省课程建设行动方案》（江教高〔2025〕3号）执行。', '依据《省课程建设行动方案》（江教高〔2025〕3号）执行。'],
      context: { roster: ROSTER },
    },
    { body: ['依据《江州省考试规定》（江教考〔2025〕1号）执行。'], context: { roster: ROSTER } },
    {
      head: { title: '江州省教育厅关于印发《江州省教材管理办法》的通知', documentNumber: '江教材〔2024〕11号' },
      context: { roster: ROSTER },
    },
    { body: ['依据《江州省课程建设行动方案》（江教高〔2025〕8号）执行。'] },
  ],
}

const sameTitle = (one: string, other: string): boolean => one.includes(other) || other.includes(one)

function inText(passage: Passage, papers: readonly Paper[]): ArticleHit[] {
  return [...passage.text.matchAll(NAMED)].flatMap((found) => {
    const [whole, title = '', number = ''] = found
    const from = found.index + whole.lastIndexOf(number)
    const byTitle = papers.find((paper) => paper.name === title)
    const byNumber = papers.find((paper) => paper.number === number)
    const place = (suggestion: string | null, name: string): ArticleHit[] => [
      hitAt(passage, from, from + number.length, { suggestion, params: { name } }),
    ]
    if (byTitle !== undefined) return byTitle.number === number ? [] : place(byTitle.number, title)
    return byNumber === undefined || sameTitle(byNumber.name, title) ? [] : place(null, byNumber.name)
  })
}

/** The number the article itself carries, against its title. */
function ownNumber({ title, documentNumber }: ArticleContent, papers: readonly Paper[]): ArticleHit[] {
  const paper = papers.find(({ number }) => number === documentNumber)
  if (paper === undefined || documentNumber === null || sameTitle(title, paper.name)) return []
  return [{ block: null, field: 'documentNumber', from: 0, to: documentNumber.length, params: { name: paper.name } }]
}
