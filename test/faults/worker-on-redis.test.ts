import { describe, expect, test } from 'vitest'
import { redisProgram } from '../server/services.js'
import { workerKills } from './worker-kills.js'

if (redisProgram() === undefined) test('there is no Redis on this machine', () => expect(redisProgram()).toBeUndefined())
else describe('on redis', () => workerKills('redis'))
