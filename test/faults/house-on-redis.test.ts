import { describe } from 'vitest'
import { redisProgram } from '../server/services.js'
import { houseKills } from './house-kills.js'

describe.runIf(redisProgram() !== undefined)('on redis', () => houseKills('redis'))
