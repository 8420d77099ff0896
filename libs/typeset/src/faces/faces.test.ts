import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { layOut, openFaces } from '#lib/typeset'
import { tinyFaces } from '../../testing/tiny-faces.js'
import { article, flat, p, tinyTemplate } from '../../testing/tiny-issue.js'
import type { FaceRole } from '../layout.js'
import type { FaceFile } from './face.js'

const file = (role: FaceRole): FaceFile => {
  const path = fileURLToPath(new URL(`../../../../fonts/bianyin-${role}.ttf`, import.meta.url))
  return { id: role, role, bytes: readFileSync(path), sha256: role }
}

describe('the faces that ship', () => {
  const faces = openFaces([file('song'), file('title'), file('hei'), file('kai')])

  it('give Han one em, and nothing for what they lack', () => {
    for (const face of faces.list) {
      expect(face.advance(face.glyph('教'.codePointAt(0)!)), face.id).toBe(face.unitsPerEm)
      expect(face.glyph(0x1f600), face.id).toBe(0)
    }
  })

  it('宋 has rare characters beyond the basic plane', () => {
    expect(faces.byId('song').glyph(0x20087)).toBeGreaterThan(0)
    expect(faces.byId('song').glyph('㐀'.codePointAt(0)!)).toBeGreaterThan(0)
  })

  it('draw every mark in the half of the square it belongs to', () => {
    for (const face of faces.list) {
      for (const mark of '，。、；：！？）》〉】〕』」')
        expect(face.ink(face.glyph(mark.codePointAt(0)!))[1], `${face.id} ${mark}`).toBeLessThan(face.unitsPerEm * 0.52)
      for (const mark of '（《〈【〔『「')
        expect(face.ink(face.glyph(mark.codePointAt(0)!))[0], `${face.id} ${mark}`).toBeGreaterThan(face.unitsPerEm * 0.48)
    }
  })

  it('give a dash its full-width form, an apostrophe its narrow one', () => {
    const song = faces.byId('song')
    expect(song.advance(song.fullWidth(song.glyph(0x2014)))).toBe(1000)
    expect(song.advance(song.proportional(song.glyph(0x2019)))).toBeLessThan(400)
  })

  it('what a face lacks comes from 宋', () => {
    const layout = layOut(flat(article('学學', [p('国')])), tinyTemplate(), faces)
    expect(layout.pages[0]?.lines[0]?.runs.map((run) => run.face)).toEqual(['title', 'song'])
  })
})

describe('files that are no fonts', () => {
  it.each([
    ['empty', new Uint8Array()],
    ['text', new TextEncoder().encode('not a font at all, only words')],
  ])('%s is refused', (_, bytes) => {
    expect(() => openFaces([{ id: 'x', role: 'song', bytes, sha256: 'x' }])).toThrow('typeset/bad-font')
  })

  it('without 宋 nothing can stand in', () => {
    expect(() => openFaces([file('kai')])).toThrow('typeset/no-song')
  })
})

describe('a character no face has', () => {
  const layout = layOut(flat(article('题', [p('国😀家')])), tinyTemplate(), tinyFaces('title'))

  it('is reported with its article', () => {
    expect(layout.warnings).toContainEqual({
      code: 'typeset/missing-glyph',
      params: { char: '😀', codePoint: 'U+1F600', article: '题' },
      article: 0,
      page: 1,
    })
  })

  it('stands as a frame with its number, and no empty glyph is drawn', () => {
    const page = layout.pages[0]
    expect(page?.art.filter((one) => one.kind === 'box')).toHaveLength(1)
    expect(page?.furniture.find((one) => one.kind === 'missing-glyph')?.text).toBe('U+1F600')
    for (const line of page?.lines ?? []) for (const run of line.runs) expect(run.glyphs).not.toContain(0)
  })
})

it('仿宋 that is not there is said once', () => {
  const { warnings } = layOut(flat(article('题', [p('文')])), tinyTemplate(), tinyFaces())
  expect(warnings.filter((one) => one.code === 'typeset/no-fangsong')).toHaveLength(1)
})
