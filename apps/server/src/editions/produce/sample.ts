import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Inject, Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Role } from '#lib/editorial'
import { FIRST_LOGIN } from '../../people/first-administrator.js'
import { Person } from '../../people/person.entity.js'
import { CONFIG, type Config } from '../../platform/config/config.js'
import { MembersService } from '../../publications/members.service.js'
import { Publication } from '../../publications/publication.entity.js'
import { templatesFolder } from '../../publications/template-shelf.js'
import { Producer } from './producer.js'

/** The style whose sample shows a newcomer what comes out. */
const SAMPLE_STYLE = 'planning-and-decision'

/** The first administrator tries everything on the sample but review, which takes three others. */
const SAMPLE_ROLES: readonly Role[] = ['editor', 'releaser', 'administrator']

export interface SampleFiles {
  readonly pdf: string
  readonly docx: string
}

/** A first run has something to look at: the sample issue, made like any other, through the queue. */
@Injectable()
export class SampleIssue {
  constructor(
    private readonly dataSource: DataSource,
    private readonly producer: Producer,
    private readonly members: MembersService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Makes the sample in a house without a publication and answers where its files lie; undefined when there is one. */
  async make(signal?: AbortSignal): Promise<SampleFiles | undefined> {
    const input = join(templatesFolder(), SAMPLE_STYLE, 'sample')
    if (!existsSync(input) || (await this.dataSource.manager.existsBy(Publication, {}))) return undefined
    const out = join(this.config.dataDir, 'sample')
    const { paths } = await this.producer.produce({ input, out, style: SAMPLE_STYLE, facts: {}, signal, tell: () => {} })
    await this.welcomeAdministrator()
    const ending = (format: string): string => paths.find((path) => path.endsWith(`.${format}`)) ?? ''
    return { pdf: ending('pdf'), docx: ending('docx') }
  }

  private async welcomeAdministrator(): Promise<void> {
    const [publication] = await this.dataSource.manager.find(Publication, { take: 1 })
    const administrator = await this.dataSource.manager.findOneBy(Person, { login: FIRST_LOGIN, houseAdministrator: true })
    if (publication !== undefined && administrator !== null) await this.members.set(publication.id, administrator.id, SAMPLE_ROLES, null)
  }
}
