import { type ArticleAnswer, type ArticleContent, articleAnswer } from '#lib/editorial'
import { good, type Visitor } from './visitor.js'

/** An article typed at the desk: no original is kept, and the editor answers for that. */
export async function typed(editor: Visitor, publication: string, content: ArticleContent): Promise<ArticleAnswer> {
  const made = good(await editor.post(`/publications/${publication}/articles`, { content }), articleAnswer, 201)
  const { status } = await editor.put(`/articles/${made.id}/sign-off`, { reason: '编辑部自撰' })
  if (status !== 204) throw new Error(`signing off answers ${status}`)
  return made
}
