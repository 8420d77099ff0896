import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from '../issues.mjs'
import { plainLines } from './plain.mjs'

/** Typst with the faces of the house: justified, contents with leaders and right numbers, outline, tags. */
export function openTypst() {
  const { NodeCompiler } = createRequire(join(root, 'test', 'bench', 'peers', 'package.json'))('@myriaddreamin/typst-ts-node-compiler')
  const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontPaths: [join(root, 'fonts')] }] })
  return Promise.resolve((issue) => {
    const bytes = compiler.pdf({ mainFileContent: source(issue) }, { pdfTags: true, creationTimestamp: 0 })
    compiler.evictCache(2)
    return Promise.resolve(bytes)
  })
}

const quoted = (text) => `"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, ' ')}"`

const PREAMBLE = `
#set page(paper: "a4", margin: (top: 37mm, bottom: 34.9mm, inside: 28mm, outside: 24mm), numbering: "— 1 —")
#set text(font: "Bianyin Song", size: 16pt, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, leading: 13pt, spacing: 13pt, first-line-indent: (amount: 2em, all: true))
#show heading: set block(spacing: 13pt)
#show heading.where(level: 1): it => align(center, par(justify: false, text(font: "Bianyin Title", size: 22pt, it.body)))
#show heading.where(level: 2): it => par(text(font: "Bianyin Hei", size: 16pt, it.body))
#let plain(body) = par(body)
#let label(body) = par(first-line-indent: 0em, text(font: "Bianyin Hei", body))
#let source(body) = align(center, par(first-line-indent: 0em, text(font: "Bianyin Kai", size: 14pt, body)))
#outline(title: [目　录], depth: 1)
`

function source(issue) {
  const out = [PREAMBLE]
  for (const { kind, text } of plainLines(issue)) {
    if (kind === 'title') out.push(`#pagebreak()\n#heading(level: 1, ${quoted(text)})`)
    else if (kind === 'heading') out.push(`#heading(level: 2, ${quoted(text)})`)
    else out.push(`#${kind === 'column' ? 'label' : kind === 'source' ? 'source' : 'plain'}(${quoted(text)})`)
  }
  return out.join('\n')
}
