import { Injectable } from '@nestjs/common'
import { hash, verify } from '@node-rs/argon2'
import { EdgeRefusal } from '../platform/errors/edge-refusal.js'
import { passwordText } from './login-name.js'
import { Turnstile } from './turnstile.js'

/** Source: OWASP Password Storage, argon2id with 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hashing is made to be slow and large: four at once are enough for a desk, and a crowd must not take the machine. */
const TURNSTILE = { places: 4, longest: 60 }

@Injectable()
export class PasswordKeeper {
  private readonly turnstile = new Turnstile(
    TURNSTILE.places,
    TURNSTILE.longest,
    () => new EdgeRefusal(429, 'people/busy', {}, { headers: { 'Retry-After': '5' } }),
  )
  private nobody: Promise<string> | undefined

  hash(password: string): Promise<string> {
    return this.turnstile.pass(() => hash(passwordText(password), COST))
  }

  matches(stored: string, password: string): Promise<boolean> {
    return this.turnstile.pass(() => verify(stored, passwordText(password)))
  }

  /** Takes as long as a real comparison and is never right: an unknown user name must not answer faster. */
  async matchesNobody(password: string): Promise<false> {
    this.nobody ??= this.hash('nobody has this password')
    await this.matches(await this.nobody, password)
    return false
  }
}
