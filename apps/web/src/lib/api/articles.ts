import type {
  ArticleAnswer,
  ArticleContent,
  ArticleLine,
  CollectedAnswer,
  FindingList,
  ImageRef,
  ImportedAnswer,
  OutsideCheckAnswer,
  PasteRequest,
  ReopenRequest,
  SettlementRequest,
  SignOffRequest,
  TidyAnswer,
  VersionLine,
} from '#lib/editorial'
import { request } from './request.js'

interface Page<Item> {
  readonly items: Item[]
  readonly next: string | null
}

export const readArticles = (
  publication: string,
  query: { title?: string | undefined; unplaced?: 'true' | 'false' | undefined; after?: string | undefined; limit?: number } = {},
): Promise<Page<ArticleLine>> => request('GET', `/publications/${publication}/articles`, { query })

export const readArticle = (id: string): Promise<ArticleAnswer> => request('GET', `/articles/${id}`)

export const readArticleVersions = (id: string): Promise<Page<VersionLine>> => request('GET', `/articles/${id}/versions`)

export const readArticleVersion = (id: string, version: number): Promise<ArticleAnswer> =>
  request('GET', `/articles/${id}/versions/${version}`)

export const saveArticle = (id: string, version: number, content: ArticleContent, note?: string): Promise<ArticleAnswer> =>
  request('PUT', `/articles/${id}`, { version, body: { content, ...(note === undefined ? {} : { note }) } })

export const discardArticle = (id: string, version: number): Promise<void> => request('DELETE', `/articles/${id}`, { version })

export const addArticle = (publication: string, content: ArticleContent, once: string): Promise<ArticleAnswer> =>
  request('POST', `/publications/${publication}/articles`, { body: { content }, once })

export const takePaste = (publication: string, body: PasteRequest, once: string): Promise<CollectedAnswer> =>
  request('POST', `/publications/${publication}/sources/text`, { body, once })

export const takeFile = (publication: string, file: File, once: string): Promise<CollectedAnswer> => {
  const form = new FormData()
  form.set('file', file, file.name)
  return request('POST', `/publications/${publication}/sources/file`, { form, once })
}

/** A past bulletin taken apart into its articles. */
export const importBulletin = (publication: string, file: File, once: string): Promise<ImportedAnswer> => {
  const form = new FormData()
  form.set('file', file, file.name)
  return request('POST', `/publications/${publication}/sources/bulletin`, { form, once })
}

/** How a body would read when tidied, saved or not; changes nothing. */
export const tidyBody = (id: string, blocks: ArticleContent['blocks']): Promise<TidyAnswer> =>
  request('POST', `/articles/${id}/tidy`, { body: { blocks } })

/** A picture for articles of this publication; answers what an article names it by. */
export const addPicture = (publication: string, file: File): Promise<ImageRef> => {
  const form = new FormData()
  form.set('file', file, file.name)
  return request('POST', `/publications/${publication}/pictures`, { form })
}

export const readFindings = (id: string, version: number): Promise<FindingList> =>
  request('GET', `/articles/${id}/versions/${version}/findings`)

export const readOutsideCheck = (id: string, version: number): Promise<OutsideCheckAnswer> =>
  request('GET', `/articles/${id}/versions/${version}/outside-check`)

export const askOutsideChecker = (id: string, version: number): Promise<OutsideCheckAnswer> =>
  request('POST', `/articles/${id}/versions/${version}/outside-check`)

export const signOffSource = (id: string, body: SignOffRequest): Promise<void> => request('PUT', `/articles/${id}/sign-off`, { body })

export const takeBackSignOff = (id: string): Promise<void> => request('DELETE', `/articles/${id}/sign-off`)

export const settleFinding = (id: string, body: SettlementRequest): Promise<void> =>
  request('POST', `/articles/${id}/settlements`, { body })

export const reopenFinding = (id: string, body: ReopenRequest): Promise<void> =>
  request('POST', `/articles/${id}/settlements/reopen`, { body })

export const pictureAddress = (publication: string, sha256: string): string => `/api/v1/publications/${publication}/pictures/${sha256}`

export const snapshotAddress = (snapshot: string): string => `/api/v1/snapshots/${snapshot}/bytes`
