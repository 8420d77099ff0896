/** What the emulator of Word inside the docx package says of a finished document: the page of every bookmark. Measured by its makers on Word 2016; independent of our own Word mode. */
import { patchDocument } from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'

/** The number each bookmark's page carries, by the bookmark's name; fonts it does not know are taken for squares. */
export async function emulate(docx) {
  const estimate = estimatePageNumbersWith({ guess: true })
  let found
  await patchDocument({
    outputType: 'uint8array',
    data: docx,
    patches: {},
    pageNumbers: (template) => {
      found = estimate(template)
      return found
    },
  })
  return found.bookmarks
}
