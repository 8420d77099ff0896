import { Controller, Get, Param, Res } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { Response } from 'express'
import { type FlowSheet, fileFormat, flowSheetAnswer, idText } from '#lib/editorial'
import { anArticle } from '../../articles/articles.controller.js'
import { anIssue } from '../../issues/issues.controller.js'
import { Answers, AnswersFile } from '../../platform/http/answers.js'
import { contentDisposition } from '../../platform/http/content-disposition.js'
import { fileHeaders } from '../../platform/http/security-headers.js'
import { InPublication } from '../../publications/access.js'
import type { FileFormat } from '../edition-file.entity.js'
import { mediaTypes } from '../media-types.js'
import { FlowSheetPress } from './flow-sheet-press.js'
import { FlowSheets } from './flow-sheets.js'

@ApiTags('reviews')
@Controller()
export class FlowSheetsController {
  constructor(
    private readonly sheets: FlowSheets,
    private readonly press: FlowSheetPress,
  ) {}

  @Get('issues/:issue/flow-sheet')
  @InPublication('read the publication', anIssue)
  @Answers(200, flowSheetAnswer, 'The 审校流程单 as the audit tells it')
  ofIssue(@Param('issue', { schema: idText }) issue: string): Promise<FlowSheet> {
    return this.sheets.ofIssue(issue)
  }

  @Get('issues/:issue/flow-sheet/:format')
  @InPublication('read the publication', anIssue)
  @AnswersFile('The sheet as a file', mediaTypes.pdf, mediaTypes.docx)
  async issueFile(
    @Param('issue', { schema: idText }) issue: string,
    @Param('format', { schema: fileFormat }) format: FileFormat,
    @Res() response: Response,
  ): Promise<void> {
    await this.send(await this.sheets.ofIssue(issue), format, response)
  }

  @Get('articles/:article/flow-sheet')
  @InPublication('read the publication', anArticle)
  @Answers(200, flowSheetAnswer, 'What happened to one article, and the review of the issue it stands in')
  ofArticle(@Param('article', { schema: idText }) article: string): Promise<FlowSheet> {
    return this.sheets.ofArticle(article)
  }

  @Get('articles/:article/flow-sheet/:format')
  @InPublication('read the publication', anArticle)
  @AnswersFile('The sheet as a file', mediaTypes.pdf, mediaTypes.docx)
  async articleFile(
    @Param('article', { schema: idText }) article: string,
    @Param('format', { schema: fileFormat }) format: FileFormat,
    @Res() response: Response,
  ): Promise<void> {
    await this.send(await this.sheets.ofArticle(article), format, response)
  }

  private async send(sheet: FlowSheet, format: FileFormat, response: Response): Promise<void> {
    const bytes = await this.press.print(sheet, format)
    response.set({
      ...fileHeaders,
      'Content-Type': mediaTypes[format],
      'Content-Disposition': contentDisposition(`${sheet.subject}审校流程单.${format}`, `flow-sheet.${format}`),
    })
    response.send(Buffer.from(bytes))
  }
}
