/**
 * Everything the desk looks like, in one place. One type scale (12 14 16 20), one spacing scale (4 8 12 16 24 32), one ink, one accent.
 * House: text on paper reads at 7:1 or more, quiet text at 4.5:1 or more (WCAG 2.2, 1.4.3).
 */
export const colour = {
  ink: '#1d1f21',
  quiet: '#595f64',
  line: '#d9d8d3',
  faint: '#ebe9e4',
  paper: '#ffffff',
  desk: '#f6f5f1',
  side: '#efede7',
  accent: '#1f4e6b',
  accentDeep: '#14374c',
  accentSoft: '#e3edf3',
  good: '#27613d',
  goodSoft: '#e6f1e8',
  warn: '#7f4f00',
  warnSoft: '#fdf3dc',
  bad: '#a02020',
  badSoft: '#fbe9e7',
} as const

export const size = { small: 12, text: 14, large: 16, head: 20 } as const

export const space = { hair: 4, small: 8, usual: 12, wide: 16, section: 24, page: 32 } as const

const sans = "'PingFang SC', 'Hiragino Sans GB', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', sans-serif"
/** 宋 for reading, as the bulletins are set. */
const serif = "'Source Han Serif SC', 'Noto Serif CJK SC', 'Songti SC', SimSun, serif"
const kai = "'LXGW WenKai', KaiTi, 'Kaiti SC', STKaiti, serif"
const mono = "ui-monospace, 'SFMono-Regular', Consolas, 'DejaVu Sans Mono', monospace"
export const face = { sans, serif, kai, mono } as const

/** Hands the tokens to the style sheets as custom properties: `--ink`, `--space-wide`, `--size-head`, `--face-serif`. */
export function layTokens(root: HTMLElement): void {
  for (const [name, value] of Object.entries(colour)) root.style.setProperty(`--${kebab(name)}`, value)
  for (const [name, value] of Object.entries(size)) root.style.setProperty(`--size-${name}`, `${value / 16}rem`)
  for (const [name, value] of Object.entries(space)) root.style.setProperty(`--space-${name}`, `${value}px`)
  for (const [name, value] of Object.entries(face)) root.style.setProperty(`--face-${name}`, value)
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
