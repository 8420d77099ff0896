import { Injectable } from '@nestjs/common'
import type { Request } from 'express'
import { KnownDevices } from './known-devices.js'
import type { Subject } from './sign-in-throttle.js'

export const addressOf = (request: Request): string => request.ip ?? ''

/** What a try to sign in is counted against: the account and the address, or a browser known before, which strangers cannot slow down. */
@Injectable()
export class SignInSubjects {
  constructor(private readonly devices: KnownDevices) {}

  async of(account: string, person: string | undefined, request: Request): Promise<Subject[]> {
    const device = person === undefined ? undefined : await this.devices.recognise(request, person)
    if (device !== undefined) return [{ kind: 'device', name: device }]
    return [
      { kind: 'account', name: account },
      { kind: 'address', name: addressOf(request) },
    ]
  }
}
