import { Controller, Get, Req, Res } from '@nestjs/common'
import { ApiProduces, ApiTags } from '@nestjs/swagger'
import type { Request, Response } from 'express'
import { deskEvent } from '#lib/editorial'
import { EventBus } from '../platform/events/event-bus.js'
import { SignedIn } from '../platform/guard/policy.js'
import { Answers } from '../platform/http/answers.js'
import { eventStream } from '../platform/http/event-stream.js'
import { DeskEvents } from './desk-events.js'

@ApiTags('events')
@Controller('events')
export class EventsController {
  constructor(
    private readonly bus: EventBus,
    private readonly events: DeskEvents,
  ) {}

  /** Goes on where Last-Event-ID says the last one broke off. */
  @Get()
  @SignedIn()
  @ApiProduces('text/event-stream')
  @Answers(200, deskEvent, 'Changes of what the person may see, as they happen')
  stream(@Req() request: Request, @Res() response: Response): Promise<void> {
    return eventStream(request, response, this.bus, this.events.sourceFor(request))
  }
}
