import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common'
import { ApiProduces, ApiTags } from '@nestjs/swagger'
import type { Request, Response } from 'express'
import {
  fileFormat,
  idText,
  jsonFeedShape,
  type ReleasedList,
  releasedList,
  releasedQuery,
  sha256Text,
  type WeChatAnswer,
  wechatAnswer,
} from '#lib/editorial'
import { CONFIG, type Config } from '../../platform/config/config.js'
import { FILES, type FileStore } from '../../platform/files/file-store.js'
import { Public } from '../../platform/guard/policy.js'
import { Answers, AnswersFile } from '../../platform/http/answers.js'
import { sendFile } from '../../platform/http/send-file.js'
import { InPublication } from '../../publications/access.js'
import type { FileFormat } from '../edition-file.entity.js'
import { anEdition } from '../editions.controller.js'
import { EditionsService } from '../editions.service.js'
import { mediaTypes } from '../media-types.js'
import { atomFeed, type FeedHead, jsonFeed } from './feeds-out.js'
import { ReadingRoom } from './reading-room.js'
import { WEB_EDITION_POLICY, webEdition, webShelf } from './web-edition.js'

/** What is released: the list for the desk, and for everybody, where the publication is open, shelf, issue, pictures, files and feeds. */
@ApiTags('readers')
@Controller()
export class ReadingRoomController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly room: ReadingRoom,
    private readonly editions: EditionsService,
    @Inject(FILES) private readonly files: FileStore,
  ) {}

  @Get('publications/:publication/released')
  @InPublication('read the publication')
  @Answers(200, releasedList)
  released(
    @Param('publication', { schema: idText }) publication: string,
    @Query({ schema: releasedQuery }) query: { year?: number | undefined },
  ): Promise<ReleasedList> {
    return this.room.released(publication, query.year)
  }

  @Get('editions/:edition/wechat')
  @InPublication('download editions', anEdition)
  @Answers(200, wechatAnswer, 'HTML for the WeChat editor, with the pictures to upload there')
  wechat(@Param('edition', { schema: idText }) edition: string): Promise<WeChatAnswer> {
    return this.room.wechat(edition)
  }

  @Get('read/:publication/feed.atom')
  @Public()
  @ApiProduces('application/atom+xml')
  @AnswersFile('Released issues', 'application/atom+xml')
  async atom(@Param('publication', { schema: idText }) id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const feed = atomFeed(await this.feed(id, 'feed.atom', request))
    response.type('application/atom+xml; charset=utf-8').send(feed)
  }

  @Get('read/:publication/feed.json')
  @Public()
  @Answers(200, jsonFeedShape, 'JSON Feed 1.1')
  async json(@Param('publication', { schema: idText }) id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    response.type('application/feed+json; charset=utf-8').send(JSON.stringify(jsonFeed(await this.feed(id, 'feed.json', request))))
  }

  @Get('read/:publication')
  @Public()
  @AnswersFile('The released issues as a page', 'text/html')
  async shelf(@Param('publication', { schema: idText }) id: string, @Res() response: Response): Promise<void> {
    const { name } = await this.room.openPublication(id)
    const { items } = await this.room.released(id)
    const issues = items.map((one) => ({ name: one.name, href: `${id}/${one.edition}`, date: one.date ?? '' }))
    sendPage(response, webShelf(name, issues))
  }

  @Get('read/:publication/:edition')
  @Public()
  @AnswersFile('One released issue as a page', 'text/html')
  async issue(
    @Param('publication', { schema: idText }) id: string,
    @Param('edition', { schema: idText }) edition: string,
    @Res() response: Response,
  ): Promise<void> {
    const { edition: row, order } = await this.room.openEdition(id, edition)
    const files = row.manifest.files.map(({ format }) => ({ format, href: `${edition}/files/${format}` }))
    const pictureHref = (sha256: string): string => `${edition}/pictures/${sha256}`
    sendPage(response, webEdition({ name: row.name, issue: order.issue, files, pictureHref, contentHash: row.contentHash }))
  }

  @Get('read/:publication/:edition/pictures/:sha256')
  @Public()
  @AnswersFile('A picture of the issue', 'image/png', 'image/jpeg')
  async picture(
    @Param('publication', { schema: idText }) id: string,
    @Param('edition', { schema: idText }) edition: string,
    @Param('sha256', { schema: sha256Text }) sha256: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.room.picture(id, edition, sha256)
    const mediaType = (await this.files.read(sha256))[0] === 0x89 ? 'image/png' : 'image/jpeg'
    await sendFile(this.files, { sha256, mediaType, name: sha256.slice(0, 8), asciiName: 'picture', kind: 'inline' }, request, response)
  }

  @Get('read/:publication/:edition/files/:format')
  @Public()
  @AnswersFile('The file', mediaTypes.pdf, mediaTypes.docx)
  async file(
    @Param('publication', { schema: idText }) id: string,
    @Param('edition', { schema: idText }) edition: string,
    @Param('format', { schema: fileFormat }) format: FileFormat,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.room.openEdition(id, edition)
    const { file } = await this.editions.file(edition, format)
    const sent = { sha256: file.sha256, name: file.name, mediaType: mediaTypes[format], asciiName: `bulletin.${format}` }
    await sendFile(this.files, sent, request, response)
  }

  private async feed(id: string, self: string, request: Request): Promise<FeedHead> {
    const { name } = await this.room.openPublication(id)
    const { items } = await this.room.released(id)
    const origin = this.config.publicUrl?.origin ?? `${request.protocol}://${request.headers.host ?? 'localhost'}`
    const home = `${origin}/api/v1/read/${id}`
    const issues = items.map((one) => ({
      id: one.edition,
      name: one.name,
      href: `${home}/${one.edition}`,
      released: one.releasedAt,
      titles: one.contents.map((line) => line.title),
    }))
    return { title: name, id, href: home, self: `${home}/${self}`, issues }
  }
}

function sendPage(response: Response, html: string): void {
  response.set({ 'Content-Security-Policy': WEB_EDITION_POLICY, 'Cache-Control': 'public, max-age=60' })
  response.type('text/html; charset=utf-8').send(html)
}
