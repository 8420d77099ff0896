import { describe } from 'vitest'
import { houseKills } from './house-kills.js'

describe('on postgres', () => houseKills('postgres'))
