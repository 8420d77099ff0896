import { describe, expect, it } from 'vitest'
import { createTypesetter, dumpLayout } from '#lib/typeset'
import { sampleOf, shippedFaces, styles } from './issues-at-hand.js'

/** The sample of every house style as laid out, line by line: a change in a squeeze, a break, a place shows here. Look at it, then refresh with `vitest -u`. */
describe('golden layouts', () => {
  const faces = shippedFaces()
  it.each(styles)('%s', async (style) => {
    const { issue, template } = sampleOf(style)
    await expect(dumpLayout(createTypesetter(template, faces).layOut(issue))).toMatchFileSnapshot(`./layouts/${style}.txt`)
  })
})
