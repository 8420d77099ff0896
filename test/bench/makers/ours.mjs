import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../issues.mjs'

const producer = 'Bianyin bench'

const server = join(root, 'dist', 'apps', 'server', 'src')

const ROLES = ['song', 'title', 'hei', 'kai']

/** Faces, style and typesetter as a worker keeps them, from the file the printing process opens (apps/server/src/child-tasks.ts); the faces are read meanwhile. */
async function openShop() {
  const reading = Promise.all(ROLES.map((role) => readFile(join(root, 'fonts', `bianyin-${role}.ttf`))))
  const { openBundle } = await import(join(server, 'platform', 'program', 'open-bundle.js'))
  const bundle = openBundle('printing')
  const { createTypesetter, openFaces, readTemplate } = bundle.exports
  const files = await reading
  const faces = openFaces(ROLES.map((role, index) => ({ id: role, role, sha256: role, bytes: files[index] })))
  const template = readTemplate(JSON.parse(readFileSync(join(root, 'templates', 'planning-and-decision', 'template.json'), 'utf8')))
  process.once('exit', () => bundle.keep())
  return { ...bundle.exports, faces, typesetter: createTypesetter(template, faces) }
}

export async function openPdf() {
  const { faces, typesetter, writePdf } = await openShop()
  const { deflateBeside, openPacketsBeside } = await import(join(server, 'editions', 'deflate-beside.js'))
  return (issue) =>
    writePdf(typesetter.layOut(issue), faces, new Map(), { producer, deflate: deflateBeside, openPackets: openPacketsBeside })
}

export async function openDocx() {
  const { typesetter, writeDocx } = await openShop()
  return (issue) => writeDocx(typesetter.layOut(issue), new Map(), { producer })
}

export async function openLayout() {
  const { typesetter } = await openShop()
  return (issue) => Promise.resolve({ byteLength: typesetter.layOut(issue).pages.length })
}

/** The writer alone, the layout being there: what Word mode and harmoniser do not count for. */
export async function openDocxWriter() {
  const { typesetter, writeDocx } = await openShop()
  const kept = new Map()
  return (issue) => {
    const layout = kept.get(issue) ?? typesetter.layOut(issue)
    kept.set(issue, layout)
    return writeDocx(layout, new Map(), { producer })
  }
}
