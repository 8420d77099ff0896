import { Body, Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { Request, Response } from 'express'
import {
  type Actor,
  idText,
  type SiteRule,
  type SiteRuleAnswer,
  type SiteRuleTrial,
  type SiteRuleTrialRequest,
  siteRuleAnswer,
  siteRuleList,
  siteRuleShape,
  siteRuleTrial,
  siteRuleTrialRequest,
} from '#lib/editorial'
import { CurrentActor } from '../../platform/guard/policy.js'
import { Answers, BasedOnVersion } from '../../platform/http/answers.js'
import { requiredVersion, setVersion } from '../../platform/http/etag.js'
import { type Belonging, InPublication } from '../../publications/access.js'
import { SiteRuleTrials } from './site-rule-trials.js'
import { SiteRulesService } from './site-rules.service.js'

const aSiteRule: Belonging = { table: 'site_rules', param: 'rule', missing: 'site-rule/missing' }

@ApiTags('sources')
@Controller()
export class SiteRulesController {
  constructor(
    private readonly rules: SiteRulesService,
    private readonly trials: SiteRuleTrials,
  ) {}

  @Get('publications/:publication/site-rules')
  @InPublication('read the publication')
  @Answers(200, siteRuleList)
  async list(@Param('publication', { schema: idText }) publication: string): Promise<{ items: SiteRuleAnswer[] }> {
    return { items: await this.rules.list(publication) }
  }

  @Post('publications/:publication/site-rules')
  @InPublication('collect sources')
  @Answers(201, siteRuleAnswer, 'Pages of the site are read by it from now on')
  async add(
    @Param('publication', { schema: idText }) publication: string,
    @Body({ schema: siteRuleShape }) body: SiteRule,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SiteRuleAnswer> {
    return versioned(response, await this.rules.add(publication, body, actor.id))
  }

  /** What a rule takes from a page, before it is kept. */
  @Post('publications/:publication/site-rules/try')
  @InPublication('collect sources')
  @Answers(200, siteRuleTrial)
  try(
    @Param('publication', { schema: idText }) publication: string,
    @Body({ schema: siteRuleTrialRequest }) body: SiteRuleTrialRequest,
  ): Promise<SiteRuleTrial> {
    return this.trials.try(publication, body)
  }

  @Put('site-rules/:rule')
  @InPublication('collect sources', aSiteRule)
  @BasedOnVersion()
  @Answers(200, siteRuleAnswer)
  async change(
    @Param('rule', { schema: idText }) id: string,
    @Body({ schema: siteRuleShape }) body: SiteRule,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SiteRuleAnswer> {
    return versioned(response, await this.rules.change(id, requiredVersion(request), body, actor.id))
  }

  @Delete('site-rules/:rule')
  @InPublication('collect sources', aSiteRule)
  @BasedOnVersion()
  @Answers(204, undefined, 'Pages of the site are read without it')
  remove(@Param('rule', { schema: idText }) id: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<void> {
    return this.rules.remove(id, requiredVersion(request), actor.id)
  }
}

function versioned(response: Response, rule: SiteRuleAnswer): SiteRuleAnswer {
  setVersion(response, rule.version)
  return rule
}
