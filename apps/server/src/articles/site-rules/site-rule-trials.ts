import { Inject, Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import {
  blockText,
  bodyText,
  countCharacters,
  invalid,
  type Manuscript,
  type SiteRuleTrial,
  type SiteRuleTrialRequest,
} from '#lib/editorial'
import { said } from '../../platform/errors/said.js'
import { FILES, type FileStore } from '../../platform/files/file-store.js'
import { type PageBytes, PageCollector } from '../../sources/pages/page-collector.js'
import { Snapshot } from '../../sources/snapshot.entity.js'

/** House: the first paragraphs tell whether a body begins right, the last ones whether something hangs on. */
const SHOWN = { opening: 3, closing: 3, characters: 120 }

/** Rules tried on a page: the newest original kept of it, or the page as it is now. Nothing is kept. */
@Injectable()
export class SiteRuleTrials {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(FILES) private readonly files: FileStore,
    private readonly pages: PageCollector,
  ) {}

  /** Refuses: an address the rule is not for, a page that cannot be had or read. */
  async try(publication: string, { rule, address }: SiteRuleTrialRequest): Promise<SiteRuleTrial> {
    const { hostname } = new URL(address)
    if (hostname !== rule.host && !hostname.endsWith(`.${rule.host}`)) throw invalid('site-rule/other-site', { host: rule.host })
    const kept = await this.kept(publication, address)
    const page = kept ?? (await this.pages.fetch(address))
    const manuscript = await this.pages.readPlain(page, [rule])
    return { page: kept === null ? 'fetched' : 'kept', ...shown(manuscript) }
  }

  private async kept(publication: string, url: string): Promise<PageBytes | null> {
    const [snapshot] = await this.dataSource.manager.find(Snapshot, {
      where: { publication, url, origin: 'web' },
      order: { takenAt: 'DESC', id: 'DESC' },
      take: 1,
    })
    if (snapshot === undefined || !/html|text\/plain/.test(snapshot.mediaType)) return null
    const { sha256, mediaType, name } = snapshot
    return { bytes: await this.files.read(sha256), mediaType, url, name }
  }
}

function shown({ content, provenance, warnings }: Manuscript): Omit<SiteRuleTrial, 'page'> {
  const texts = content.blocks.map((block) => cut(blockText(block))).filter((text) => text !== '')
  return {
    title: content.title,
    source: content.source,
    sourceDate: content.sourceDate,
    characters: countCharacters(bodyText(content)),
    blocks: content.blocks.length,
    opening: texts.slice(0, SHOWN.opening),
    closing: texts.slice(Math.max(SHOWN.opening, texts.length - SHOWN.closing)),
    provenance: provenance.map(({ field, from }) => ({ field, from })),
    warnings: warnings.map(({ code, params }) => ({ code, params: { ...params }, message: said(code, params) })),
  }
}

const cut = (text: string): string => {
  const characters = [...text]
  return characters.length <= SHOWN.characters ? text : `${characters.slice(0, SHOWN.characters).join('')}……`
}
