import type { SiteRule, SiteRuleAnswer, SiteRuleTrial, SiteRuleTrialRequest } from '#lib/editorial'
import { request } from './request.js'

export const readSiteRules = (publication: string): Promise<{ items: SiteRuleAnswer[] }> =>
  request('GET', `/publications/${publication}/site-rules`)

export const addSiteRule = (publication: string, body: SiteRule): Promise<SiteRuleAnswer> =>
  request('POST', `/publications/${publication}/site-rules`, { body })

export const changeSiteRule = (id: string, version: number, body: SiteRule): Promise<SiteRuleAnswer> =>
  request('PUT', `/site-rules/${id}`, { body, version })

export const removeSiteRule = (id: string, version: number): Promise<void> => request('DELETE', `/site-rules/${id}`, { version })

/** What a rule takes from a page; keeps nothing. */
export const trySiteRule = (publication: string, body: SiteRuleTrialRequest): Promise<SiteRuleTrial> =>
  request('POST', `/publications/${publication}/site-rules/try`, { body })
