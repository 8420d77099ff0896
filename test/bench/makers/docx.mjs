import { plainLines } from './plain.mjs'

/** The docx package as people write it: no contents numbers, defaults everywhere. */
export async function openNaiveDocx() {
  const { AlignmentType, Document, HeadingLevel, Packer, Paragraph, TextRun } = await import('docx')
  const run = (text, size, font) => new TextRun({ text, size, font })
  const made = ({ kind, text }) => {
    if (kind === 'title')
      return new Paragraph({
        heading: HeadingLevel.HEADING_1,
        alignment: AlignmentType.CENTER,
        pageBreakBefore: true,
        children: [run(text, 44, '方正小标宋简体')],
      })
    if (kind === 'paragraph')
      return new Paragraph({
        alignment: AlignmentType.BOTH,
        indent: { firstLine: 640 },
        spacing: { line: 580, lineRule: 'exact' },
        children: [run(text, 32, '仿宋')],
      })
    return new Paragraph({ spacing: { line: 580, lineRule: 'exact' }, children: [run(text, 32, '黑体')] })
  }
  return (issue) => Packer.toBuffer(new Document({ sections: [{ children: plainLines(issue).map(made) }] }))
}
