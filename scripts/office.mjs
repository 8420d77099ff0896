/** LibreOffice as a verifier: DOCX to PDF with the fonts of the house standing in, and the PDF read back. Never part of the product. */
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Fonts of the house stand in for the names in the file, so that the figures do not depend on what a machine has. */
const stands = {
  宋体: 'Bianyin Song',
  仿宋: 'Bianyin Song',
  黑体: 'Bianyin Hei',
  楷体: 'Bianyin Kai',
  方正小标宋简体: 'Bianyin Title',
  'Times New Roman': 'Liberation Serif',
}

function fontSettings(root, work) {
  const aliases = Object.entries(stands).map(
    ([name, face]) => `<alias binding="same"><family>${name}</family><prefer><family>${face}</family></prefer></alias>`,
  )
  const places = `<dir>${join(root, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(work, 'cache')}</cachedir>`
  const file = join(work, 'fonts.conf')
  const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
  writeFileSync(file, `${head}<fontconfig>${places}${aliases.join('')}</fontconfig>`)
  return file
}

/** Converts files of a folder to PDF beside them, blank versos included; one office at a time. */
export async function convert(root, work, names) {
  const filter = 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'
  const home = `-env:UserInstallation=file://${join(work, 'office')}`
  await promisify(execFile)(
    'soffice',
    [home, '--headless', '--convert-to', filter, '--outdir', work, ...names.map((name) => join(work, name))],
    {
      env: { ...process.env, FONTCONFIG_FILE: fontSettings(root, work) },
      maxBuffer: 64 * 1024 * 1024,
      timeout: 900_000,
    },
  )
}

/** A PDF read back: its headings with the sheet each stands on, its labels, its number of sheets, the first line of each. */
export async function readPdf(bytes) {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const headings = []
  const walk = async (items) => {
    for (const item of items ?? []) {
      const [ref] = (typeof item.dest === 'string' ? await document.getDestination(item.dest) : item.dest) ?? []
      headings.push({ title: item.title, page: ref === undefined ? 0 : (await document.getPageIndex(ref)) + 1 })
      await walk(item.items)
    }
  }
  await walk(await document.getOutline())
  const labels = (await document.getPageLabels()) ?? []
  const sheets = document.numPages
  const firstLines = []
  for (let number = 1; number <= sheets; number++) firstLines.push(await firstLine(await document.getPage(number)))
  await document.destroy()
  return { headings, labels, sheets, firstLines }
}

export const readConverted = (work, name) => readPdf(readFileSync(join(work, name)))

async function firstLine(page) {
  const { items } = await page.getTextContent()
  const drawn = items.filter((item) => item.str.trim() !== '')
  const top = Math.max(0, ...drawn.map((item) => item.transform[5]))
  const line = drawn.filter((item) => Math.abs(item.transform[5] - top) < 3).sort((a, b) => a.transform[4] - b.transform[4])
  return bare(line.map((item) => item.str).join(''))
}

/** A text without its blanks. */
export const bare = (text) => text.replace(/[\s\u200b]/g, '')
