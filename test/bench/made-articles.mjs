/** Articles made by the thousand, and how they get into a database without the desk: for measuring what a house does after years. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** The same numbers in every run. */
export function dice(seed) {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

export const DOERS =
  '省教育厅 各高校 江州大学 学校党委 省发展改革委 远山学院 科研团队 二级学院 教务部门 人事部门 地方政府 行业企业 附属医院 培训中心'.split(
    ' ',
  )
const DEEDS = '推进 部署 研究 落实 完善 优化 深化 统筹 加快 支持 评估 总结 规范 探索'.split(' ')
export const MATTERS =
  '学科专业调整 教师队伍建设 人才培养模式 有组织科研 教育评价改革 产教融合 数字化转型 研究生教育 就业指导 校园安全 国际交流 课程思政 实验室管理 经费使用 招生工作 职业教育 基础研究 成果转化 家庭经济困难学生资助 图书馆建设'.split(
    ' ',
  )
export const AIMS = '取得明显进展 形成长效机制 服务区域发展 提高质量水平 补齐短板弱项 增强创新能力 满足群众期待 实现内涵式发展'.split(' ')
const TIMES = '今年以来 近日 下半年 去年底 新学期 十四五期间 三月中旬 年底前'.split(' ')

/** An article nobody wrote, in the words of bulletins: 2,000 characters, the same for the same number. */
export function madeArticle(number) {
  const die = dice(number * 7 + 1)
  const pick = (list) => list[die(list.length)]
  const sentence = () =>
    `${pick(TIMES)}，${pick(DOERS)}${pick(DEEDS)}${pick(MATTERS)}，第${die(900) + 100}次${pick(DEEDS)}${pick(MATTERS)}，涉及${die(9000) + 1000}人，${pick(AIMS)}。`
  const blocks = Array.from({ length: 10 }, () => ({ kind: 'paragraph', runs: [{ text: Array.from({ length: 4 }, sentence).join('') }] }))
  return {
    title: `${pick(DOERS)}${pick(DEEDS)}${pick(MATTERS)}`,
    subtitle: null,
    author: null,
    source: '江州教育',
    url: null,
    documentNumber: null,
    documentDate: null,
    notes: {},
    sourceDate: `20${String(10 + die(15))}-${String(1 + die(12)).padStart(2, '0')}-${String(1 + die(28)).padStart(2, '0')}`,
    blocks,
  }
}

/** Writes articles with their index straight into a database; the indexes that are slow to grow are made at the end. */
export async function fillArticles(url, publication, count, write = madeArticle) {
  const { indexFacts } = await import('../../dist/apps/server/src/articles/search/index-row.js')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const began = performance.now()
  const { rows: indexes } = await client.query(
    `SELECT indexname AS name, indexdef AS made FROM pg_indexes WHERE tablename = 'article_index' AND indexdef LIKE '% USING gin %'`,
  )
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`)
  for (let number = 0; number < count; number += 1) {
    await insert(client, publication, write(number), indexFacts)
    if ((number + 1) % 10_000 === 0) console.error(`${number + 1} articles, ${Math.round((performance.now() - began) / 1000)} s`)
  }
  for (const { made } of indexes) await client.query(made)
  await client.query('VACUUM ANALYZE')
  await client.end()
}

function insert(client, publication, content, indexFacts) {
  const facts = indexFacts(content)
  return client.query(
    `WITH made AS (INSERT INTO articles (id, publication, version, discarded) VALUES ($1, $2, 1, false)),
       first AS (INSERT INTO article_versions (article, number, content, content_hash, title, source, source_date, characters)
         VALUES ($1, 1, $12, '', $3, $4, $5, 2000))
     INSERT INTO article_index (article, publication, version, title, source, source_date, ordered_by, address, title_words, words, body, signature, bands, paragraphs)
     VALUES ($1, $2, 1, $3, $4, $5, $5, NULL, $6::tsvector, array_to_tsvector($7::text[]), $8, $9, $10, $11)`,
    [
      randomUUID(),
      publication,
      content.title,
      content.source,
      content.sourceDate,
      facts.titleWords,
      facts.words,
      facts.body,
      facts.signature,
      facts.bands,
      facts.paragraphs,
      JSON.stringify(content),
    ],
  )
}
