import { setTimeout as sleep } from 'node:timers/promises'
import {
  type ArticleAnswer,
  type ArticleContent,
  articleAnswer,
  type IssueAnswer,
  issueAnswer,
  type PublicationAnswer,
  renderAnswer,
} from '#lib/editorial'
import type { Colleague } from '../desk/desk.js'
import { good } from '../desk/visitor.js'

/** Who makes an issue: an editor who also releases, and three who review. */
export interface Hands {
  readonly editor: Colleague
  readonly reviewers: readonly Colleague[]
}

export async function added(editor: Colleague, publication: PublicationAnswer, content: ArticleContent): Promise<ArticleAnswer> {
  return good(await editor.post(`/publications/${publication.id}/articles`, { content }), articleAnswer, 201)
}

/** An issue of these articles, reviewed, printed and released. */
export async function released(
  { editor, reviewers }: Hands,
  publication: PublicationAnswer,
  number: number,
  articles: readonly ArticleAnswer[],
): Promise<IssueAnswer> {
  const made = good(
    await editor.post(`/publications/${publication.id}/issues`, { year: 2024, number, date: `2024-0${number}-08` }),
    issueAnswer,
    201,
  )
  const columns = [{ name: '政策文件', articles: articles.map((one) => ({ article: one.id, version: one.version })) }]
  good(await editor.put(`/issues/${made.id}/arrangement`, { columns }, { version: 1 }), issueAnswer)
  const move = async (who: Colleague, name: string, body: object = {}): Promise<IssueAnswer> =>
    good(await who.post(`/issues/${made.id}/moves/${name}`, body), issueAnswer)
  for (const one of articles) await editor.put(`/articles/${one.id}/sign-off`, { reason: '编辑部自撰' })
  const { contentHash } = await move(editor, 'submit')
  for (const reviewer of reviewers) await move(reviewer, 'approve', { contentHash })
  const { id } = good(await editor.post(`/issues/${made.id}/renders`, { purpose: 'release' }), renderAnswer, 202)
  for (;;) {
    const render = good(await editor.get(`/renders/${id}`), renderAnswer)
    if (render.state === 'done') break
    if (render.state === 'failed') throw new Error(render.error?.message)
    await sleep(100)
  }
  return move(editor, 'release')
}
