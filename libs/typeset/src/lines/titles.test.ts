import { describe, expect, it } from 'vitest'
import { setPicture, words } from '../../testing/picture.js'

const title = (text: string, ems = 20): string[] => words(text, setPicture(text, ems, { breaking: 'balance', align: 'center' }))

describe('titles', () => {
  it('that fit stay on one line', () => {
    expect(title('关于加强实验室安全管理的通知')).toEqual(['关于加强实验室安全管理的通知'])
  })

  it.each([
    '云岭大学关于进一步加强大型科学仪器设备开放共享工作的实施意见',
    '深化产教融合校企合作推动应用型本科高校高质量发展的若干措施',
    '江州省教育厅 江州省财政厅关于印发《江州省教育数字化三年行动计划（2025—2027年）》的通知',
    '以教育评价改革为牵引统筹推进育人方式办学模式管理体制保障机制改革',
  ])('%s is balanced, between words, without a particle first', (text) => {
    const set = title(text)
    const lengths = set.map((line) => line.trim().length)
    expect(set.join('')).toBe(text)
    expect(Math.min(...lengths) / Math.max(...lengths)).toBeGreaterThanOrEqual(0.5)
    for (const line of set.slice(1)) expect(line).not.toMatch(/^[的和与及]/)
  })

  it('breaks at the blank its author typed', () => {
    expect(title('加快研究生教育高质量发展 为教育强国建设提供有力支撑')).toEqual([
      '加快研究生教育高质量发展 ',
      '为教育强国建设提供有力支撑',
    ])
  })

  it('of 94 characters takes as few lines as it needs', () => {
    const text =
      '江州省知识产权局办公室 江州省教育厅办公室 江州省科学技术厅办公室关于加快推进高等学校和科研机构存量专利梳理盘点与转化运用有关工作并做好与产业需求精准匹配对接以及定期通报进展情况等事项的通知'
    const set = title(text)
    expect(set.join('')).toBe(text)
    expect(set.length).toBe(Math.ceil(text.length / 20))
    expect(Math.min(...set.map((line) => line.length))).toBeGreaterThan(10)
  })

  it('does not part the name of an organ at its 和', () => {
    const text = '江州省教育厅办公室 江州省商务厅办公室 江州省工业和信息化厅办公室关于推广成果的通知'
    for (const line of words(text, setPicture(text, 25, { align: 'left', breaking: 'entry' }))) expect(line).not.toMatch(/工业和$|^信息化/)
  })

  it('gets a line more rather than have the name of an organ parted', () => {
    expect(title('江州省教育厅 江州省财政厅 江州省科学技术厅 江州省人力资源和社会保障厅关于推进仪器设备开放共享有关事项的通知')).toEqual([
      '江州省教育厅 江州省财政厅 ',
      '江州省科学技术厅 ',
      '江州省人力资源和社会保障厅关于推进',
      '仪器设备开放共享有关事项的通知',
    ])
  })

  it('gets a line more in the contents rather than have a name parted', () => {
    const text = '江州省专利局办公室 江州省教育厅办公厅 江州省工业和信息化厅办公室 江州省水利厅办公室关于存量专利转化工作的通知'
    expect(words(text, setPicture(text, 26, { align: 'left', breaking: 'entry' }))).toEqual([
      '江州省专利局办公室 江州省教育厅办公厅 ',
      '江州省工业和信息化厅办公室 江州省水利厅办公室',
      '关于存量专利转化工作的通知',
    ])
  })
})
