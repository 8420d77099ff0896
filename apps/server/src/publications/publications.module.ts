import { Module } from '@nestjs/common'
import { PeopleModule } from '../people/people.module.js'
import { Access } from './access.js'
import { AuditList } from './audit-list.js'
import { MembersController } from './members.controller.js'
import { MembersService } from './members.service.js'
import { PublicationsController } from './publications.controller.js'
import { PublicationsService } from './publications.service.js'
import { TemplateShelf } from './template-shelf.js'

@Module({
  imports: [PeopleModule],
  controllers: [PublicationsController, MembersController],
  providers: [PublicationsService, MembersService, TemplateShelf, Access, AuditList],
  exports: [PublicationsService, MembersService, TemplateShelf, Access],
})
export class PublicationsModule {}
