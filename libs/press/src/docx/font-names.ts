import type { FaceRole } from '#lib/typeset'

/** A font as Word is told of it: what it stands for on the reader's machine, and what may take its place. */
export interface FontName {
  readonly name: string
  /** The font of Latin letters and figures beside it. */
  readonly latin: string
  readonly alternatives: readonly string[]
  /** PANOSE class: fonts of one class stand in for each other. Source: ECMA-376 part 1 §17.8.3.13. */
  readonly panose: string
  readonly family: 'roman' | 'modern' | 'auto' | 'script'
}

/** Digits and Latin letters of every style. House: the face GB/T 9704 users set beside 仿宋 and 宋体; every machine has it or its metric twin. */
const times = 'Times New Roman'

export const latinFont: FontName = { name: times, latin: times, alternatives: [], panose: '02020603050405020304', family: 'roman' }

/** House: names found on Windows, macOS and WPS alike; 仿宋_GB2312 and 楷体_GB2312 are missing on machines of today and stand as alternatives. */
const eastAsian: Readonly<Record<FaceRole, FontName>> = {
  song: { name: '宋体', latin: times, alternatives: ['SimSun'], panose: '02010600030101010101', family: 'auto' },
  fangsong: { name: '仿宋', latin: times, alternatives: ['FangSong', '仿宋_GB2312'], panose: '02010609060101010101', family: 'modern' },
  hei: { name: '黑体', latin: times, alternatives: ['SimHei'], panose: '02010609060101010101', family: 'modern' },
  kai: { name: '楷体', latin: times, alternatives: ['KaiTi', '楷体_GB2312'], panose: '02010609060101010101', family: 'modern' },
  title: {
    name: '方正小标宋简体',
    latin: times,
    alternatives: ['FZXiaoBiaoSong-B05S', '华文中宋'],
    panose: '02010601030101010101',
    family: 'auto',
  },
}

/** What to call each face; a self-contained file calls faces by the names of the fonts it carries. */
export type FontNames = Readonly<Record<FaceRole, FontName>>

export const systemFonts: FontNames = eastAsian
