import type { Rule } from './rule.js'
import { credentials } from './rules/credentials.js'
import { doubledCharacters } from './rules/doubled-characters.js'
import { doubledMarks } from './rules/doubled-marks.js'
import { halfWidth } from './rules/half-width.js'
import { missingDate } from './rules/missing-date.js'
import { missingSource } from './rules/missing-source.js'
import { unpairedMarks } from './rules/unpaired-marks.js'

/** Every rule there is, in no order that matters: findings come out by place. */
export const RULES: readonly Rule[] = [missingSource, missingDate, credentials, halfWidth, doubledMarks, doubledCharacters, unpairedMarks]
