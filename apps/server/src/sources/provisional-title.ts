import { blockText, type Manuscript } from '#lib/editorial'

/** House: as long as a title on one line of a cover. */
const LONGEST = 30

/** An article must be called something: where no title was read, the beginning of its text stands in, and the warning that came with it tells so. */
export function withProvisionalTitle(manuscript: Manuscript, name: string): Manuscript {
  const { content } = manuscript
  if (content.title.trim() !== '') return manuscript
  const beginning =
    content.blocks
      .filter((block) => block.kind !== 'addressee')
      .map((block) => blockText(block).trim())
      .find((text) => text !== '') ?? ''
  const sentence = [...(beginning.split(/[。！？；，：\n]/)[0] ?? '')].slice(0, LONGEST).join('').trim()
  const title = sentence === '' ? name.replace(/\.[a-z0-9]{1,5}$/i, '') : sentence
  return { ...manuscript, content: { ...content, title } }
}
