import { articleAnswer, type IssueAnswer, issueAnswer, type PublicationAnswer, renderAnswer } from '#lib/editorial'
import { article } from '../server/desk/example-articles.js'
import { good, type Visitor } from '../server/desk/visitor.js'

/** An editor who writes small issues and wishes for their files. */
export class Author {
  private issues = 0

  constructor(
    private readonly editor: Visitor,
    private readonly publication: PublicationAnswer,
  ) {}

  /** A new issue with one short article. */
  async issue(): Promise<IssueAnswer> {
    this.issues += 1
    const number = this.issues
    const path = `/publications/${this.publication.id}`
    const made = good(await this.editor.post(`${path}/articles`, { content: article(`江州大学第${number}次会议纪要`) }), articleAnswer, 201)
    const asked = { year: 2024, number, totalNumber: number, date: '2024-10-08' }
    const issue = good(await this.editor.post(`${path}/issues`, asked), issueAnswer, 201)
    const pins = [{ article: made.id, version: made.version }]
    const columns = issue.columns.map((column, at) => ({ name: column.name, articles: at === 0 ? pins : [] }))
    return good(await this.editor.put(`/issues/${issue.id}/arrangement`, { columns, removed: [] }, { version: issue.version }), issueAnswer)
  }

  async wish(issue: IssueAnswer): Promise<void> {
    good(await this.editor.post(`/issues/${issue.id}/renders`, { purpose: 'draft' }), renderAnswer, 202)
  }
}
