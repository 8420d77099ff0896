import { describe } from 'vitest'
import { redisProgram } from '../server/services.js'
import { workerKills } from './worker-kills.js'

describe.runIf(redisProgram() !== undefined)('on redis', () => workerKills('redis'))
