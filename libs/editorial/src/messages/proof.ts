import type { Messages } from './message.js'

export const proofMessages = {
  'proof/missing-source': { zh: '没有来源，也没有发文字号。', en: 'Neither a source nor a document number.' },
  'proof/missing-date': { zh: '来源没有日期，无法查证。', en: 'The source has no date.' },
  'proof/credentials': {
    zh: '“{text}”是账号、密码或身份号码，不得刊印。',
    en: '“{text}” is an account, a password or an identity number.',
  },
  'proof/half-width': {
    zh: '中文里的半角标点“{text}”应为“{suggestion}”。',
    en: 'Half-width “{text}” in Chinese text; “{suggestion}” belongs here.',
  },
  'proof/doubled-marks': { zh: '标点“{text}”重复或连用。', en: 'Marks “{text}” are doubled.' },
  'proof/doubled-characters': { zh: '“{text}”疑似多打了一个字。', en: '“{text}”: a character typed twice.' },
  'proof/unpaired-marks': { zh: '“{text}”没有配对。', en: '“{text}” has no partner.' },
} satisfies Messages
