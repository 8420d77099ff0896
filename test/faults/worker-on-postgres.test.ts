import { describe } from 'vitest'
import { workerKills } from './worker-kills.js'

describe('on postgres', () => workerKills('postgres'))
