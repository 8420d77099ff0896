import { expect, it } from 'vitest'
import type { Manuscript } from '#lib/editorial'
import { show } from '../../testing/show.js'
import { readManuscript } from '../read-manuscript.js'

const latin = (text: string): Uint8Array => Uint8Array.from([...text].map((char) => char.charCodeAt(0)))
const read = (rtf: string, name = '通知.rtf'): Promise<Manuscript> => readManuscript({ bytes: latin(rtf), name })

/** Chinese as old writers put it, in bytes of code page 936: 通知 is \'cd\'a8\'d6\'aa. */
const HEAD = String.raw`{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 \'cb\'ce\'cc\'e5;}}{\*\generator Msftedit;}{\info{\title X}}`

it('reads bytes of the code page, signs by number, and steps over what stands for them', async () => {
  const { content } = await read(
    String.raw`${HEAD}\pard\qc\b\fs44 \'cd\'a8\'d6\'aa\b0\fs24\par \pard\uc1\u26657?\u21592?\'a3\'ba\par\uc2 \u20844\'b9\'ab\u24067\'b2\'bc\uc1\u12290?\par}`,
  )
  expect(content.title).toBe('通知')
  expect(show(content.blocks)).toEqual(['p 校员：', 'p 公布。'])
})

it('leaves out faces, pictures, headers, hidden text and field codes, keeps the results of fields and automatic numbers', async () => {
  const { content } = await read(
    String.raw`${HEAD}{\header \'d2\'b3\'c3\'bc\par}\pard\qc\fs44 \u39064?\u30446?\par\pard\fs32{\pict\pngblip 89504e47}{\v \'d2\'fe}{\listtext\u19968?\'a1\'a2\tab}\b \u24635?\u21017?\b0\par{\field{\*\fldinst PAGE}{\fldrslt 5}}\u39029?{\b \u35201?\u28857?}\u12290?\par}`,
  )
  expect(show(content.blocks)).toEqual(['h1 一、总则', 'p 5页**要点**。'])
})

it('keeps cells of a table on a line', async () => {
  const { content } = await read(
    String.raw`${HEAD}\pard\qc\fs44 \u39064?\u30446?\par\pard\fs24\trowd \u30002?\cell \u20057?\cell\row\u19993?\u12290?\par}`,
  )
  expect(show(content.blocks)).toEqual(['p 甲　　乙', 'p 丙。'])
})

it('is told by its bytes, whatever its name', async () => {
  expect((await read(String.raw`${HEAD}\pard\u39064?\u30446?\par}`, '通知.doc')).content.title).toBe('题目')
})

it('refuses an empty one', async () => {
  await expect(read('{\\rtf1}')).rejects.toMatchObject({ code: 'ingest/empty' })
})
