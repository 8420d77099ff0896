import { describe, expect, it } from 'vitest'
import { picture, setPicture, widths, words } from '../../testing/picture.js'

const HAN = '教育强国建设是一项复杂的系统工程需要统筹推进各项任务'

describe('justified lines', () => {
  it('are flush with the measure to the last but one', () => {
    const text = `${HAN}，到2035年建成教育强国；“三个”任务、AI赋能，都要落到实处。${HAN}。${HAN}，共12项。`
    const set = setPicture(text, 17, { indent: 2 })
    const all = widths(set)
    expect(all[0]).toBe(15)
    for (const width of all.slice(1, -1)) expect(width).toBe(17)
  })

  it('set Han on a grid of one character where nothing disturbs it', () => {
    const set = setPicture(HAN, 8)
    expect(set.slice(0, -1).map((line) => line.runs[0]?.at)).toEqual(set.slice(0, -1).map(() => [0, 16, 32, 48, 64, 80, 96, 112]))
  })

  it('give a mark at the line’s end half its width (GB/T 15834 5.1.10)', () => {
    expect(picture('一二三四五六七八九，十一二三四五', 9.5)).toEqual(['一二三四五六七八九，', '十一二三四五'])
  })

  it('cut the blank before an opening mark at a line’s head, not at a paragraph’s', () => {
    expect(picture('（一二三四五六七八（九十一二三', 9)).toEqual(['··（一二三四五六七八', '（九十一二三'])
  })

  it('shrink before they stretch: a stop is drawn in, not a character pushed out', () => {
    const [first] = words('甲，乙，丙，丁戊己庚辛壬癸。子丑', setPicture('甲，乙，丙，丁戊己庚辛壬癸。子丑', 13))
    expect(first).toBe('甲，乙，丙，丁戊己庚辛壬癸。')
  })

  it('shrink brackets before commas, commas before full stops', () => {
    const text = '甲。乙，丙（丁）戊己庚辛壬癸。子丑寅卯'
    expect(picture(text, 14.5)[0]).toBe('甲。··乙，··丙··（丁）··戊己庚辛壬癸。')
    expect(picture(text, 14)[0]).toBe('甲。··乙，··丙·（丁）·戊己庚辛壬癸。')
    expect(picture(text, 13.25)[0]).toBe('甲。··乙，·丙（丁）戊己庚辛壬癸。')
    expect(picture('甲。乙，丙（丁）戊己庚辛壬癸。', 12.75)).toEqual(['甲。·乙，丙（丁）戊己庚辛壬癸。'])
  })

  it('leave at least two Han on the last line', () => {
    for (let ems = 6; ems <= 20; ems++) {
      const text = `${HAN}的。`
      const last = words(text, setPicture(text, ems)).at(-1) ?? ''
      expect(last.replace(/[，。]/gu, '').length, `${ems} em: ${last}`).toBeGreaterThanOrEqual(2)
    }
  })

  it('never pack Han closer than their square', () => {
    const set = setPicture(`${HAN}，${HAN}。`, 13)
    for (const line of set) {
      const at = line.runs.flatMap((run) => run.at)
      at.slice(1).forEach((place, index) => {
        expect(place - at[index]!).toBeGreaterThanOrEqual(8)
      })
    }
  })
})

describe('what cannot be parted', () => {
  const url = `https://www.example.edu.cn/planning/2024/${'a'.repeat(60)}/index.html?id=12345&page=6`

  it('an address is parted at its joints', () => {
    const set = words(url, setPicture(url, 16))
    expect(set.join('')).toBe(url)
    expect(set[0]).toMatch(/[/.]$/)
  })

  it('an address in a sentence does not tear a hole', () => {
    const text = `详见学校网站${url}，请各单位认真组织学习并贯彻落实好会议的精神。`
    const set = setPicture(text, 20)
    for (const line of set) expect(line.tracking).toBeLessThan(0.25)
    expect(words(text, set).join('')).toBe(text)
  })

  it('a run without joints wider than the line is parted anywhere', () => {
    const text = 'x'.repeat(400)
    expect(words(text, setPicture(text, 10)).join('')).toBe(text)
  })
})
