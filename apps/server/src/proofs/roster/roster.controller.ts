import { readFile, rm } from 'node:fs/promises'
import { Body, Controller, Delete, Get, Param, Post, Put, Query, Req, Res, UploadedFile } from '@nestjs/common'
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger'
import type { Request, Response } from 'express'
import {
  type Actor,
  idText,
  invalid,
  type RosterImported,
  type RosterLine,
  type RosterQuery,
  type RosterRequest,
  type RosterTableQuery,
  rosterImported,
  rosterLine,
  rosterLineList,
  rosterQuery,
  rosterRequest,
  rosterTableQuery,
} from '#lib/editorial'
import { CurrentActor } from '../../platform/guard/policy.js'
import { Answers, AnswersFile, BasedOnVersion } from '../../platform/http/answers.js'
import { contentDisposition } from '../../platform/http/content-disposition.js'
import { requiredVersion, setVersion } from '../../platform/http/etag.js'
import { fileHeaders } from '../../platform/http/security-headers.js'
import { TakesUpload } from '../../platform/http/uploads.js'
import { type Belonging, InPublication } from '../../publications/access.js'
import { RosterService } from './roster.service.js'
import { rosterMediaTypes } from './roster-tables.js'

export const aRosterLine: Belonging = { table: 'roster_entries', param: 'line', missing: 'proof/roster-missing' }

@ApiTags('roster')
@Controller()
export class RosterController {
  constructor(private readonly roster: RosterService) {}

  @Get('publications/:publication/roster')
  @InPublication('read the publication')
  @Answers(200, rosterLineList)
  list(
    @Param('publication', { schema: idText }) publication: string,
    @Query({ schema: rosterQuery }) query: RosterQuery,
  ): Promise<{ items: RosterLine[]; next: string | null }> {
    return this.roster.list(publication, query)
  }

  @Post('publications/:publication/roster')
  @InPublication('keep the roster')
  @Answers(201, rosterLine)
  add(
    @Param('publication', { schema: idText }) publication: string,
    @Body({ schema: rosterRequest }) body: RosterRequest,
    @CurrentActor() actor: Actor,
  ): Promise<RosterLine> {
    return this.roster.add(publication, body.entry, actor.id)
  }

  @Get('publications/:publication/roster/table')
  @InPublication('read the publication')
  @AnswersFile('The roster as a table for spreadsheets', 'text/csv', rosterMediaTypes.xlsx)
  async table(
    @Param('publication', { schema: idText }) publication: string,
    @Query({ schema: rosterTableQuery }) { format = 'csv' }: RosterTableQuery,
    @Res() response: Response,
  ): Promise<void> {
    const table = await this.roster.table(publication, format)
    response.set({
      ...fileHeaders,
      'Content-Type': rosterMediaTypes[format],
      'Content-Disposition': contentDisposition(`名录.${format}`, `roster.${format}`),
    })
    response.send(table)
  }

  /** A workbook (.xlsx) or CSV as spreadsheets save it, with the head of the table that is taken out here. */
  @Post('publications/:publication/roster/table')
  @InPublication('keep the roster')
  @TakesUpload()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @Answers(200, rosterImported, 'What the table did; lines that say nothing are told')
  async import(
    @Param('publication', { schema: idText }) publication: string,
    @UploadedFile() file: Express.Multer.File | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<RosterImported> {
    if (file === undefined) throw invalid('source/nothing-sent')
    try {
      return await this.roster.import(publication, await readFile(file.path), file.originalname, actor.id)
    } finally {
      await rm(file.path, { force: true })
    }
  }

  @Put('roster/:line')
  @InPublication('keep the roster', aRosterLine)
  @BasedOnVersion()
  @Answers(200, rosterLine)
  async change(
    @Param('line', { schema: idText }) id: string,
    @Body({ schema: rosterRequest }) body: RosterRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RosterLine> {
    const changed = await this.roster.change(id, requiredVersion(request), body.entry, actor.id)
    setVersion(response, changed.version)
    return changed
  }

  @Delete('roster/:line')
  @InPublication('keep the roster', aRosterLine)
  @BasedOnVersion()
  @Answers(204, undefined, 'The line is gone; the audit keeps it')
  remove(@Param('line', { schema: idText }) id: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<void> {
    return this.roster.remove(id, requiredVersion(request), actor.id)
  }
}
