import { describe, expect, it } from 'vitest'
import { partsOf } from '../../../../test/read-docx.js'
import { verifierCopy } from './verifier-copy.js'
import { zipPackage } from './zip.js'

const copied = (path: string, content: string): string | undefined => partsOf(verifierCopy(zipPackage([{ path, content }])))[path]

describe('in the verifier’s copy LibreOffice does what Word would', () => {
  it.each([
    ['marks do not hang', 'word/styles.xml', '<w:overflowPunct w:val="0"/>', '<w:overflowPunct w:val="1"/>'],
    ['quotes fill their square', 'word/styles.xml', '<w:rFonts w:eastAsia="楷体"/>', '<w:rFonts w:eastAsia="宋体"/>'],
    ['rows have their rule besides', 'word/document.xml', '<w:trHeight w:val="390"', '<w:trHeight w:val="400"'],
    ['a line may end between a mark and a figure', 'word/document.xml', '好，2024年；3', '好，\u200b2024年；3'],
  ])('%s', (_, path, written, read) => {
    expect(copied(path, written)).toBe(read)
  })

  it('every other part stays as it is', () => {
    expect(copied('word/settings.xml', 'a，1')).toBe('a，1')
  })
})
