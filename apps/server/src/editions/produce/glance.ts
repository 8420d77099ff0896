import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { invalid } from '#lib/editorial'
import { TemplateShelf } from '../../publications/template-shelf.js'
import { readDescription } from './gather-folder.js'

/** Looks at input and style before anything is opened: what is plainly wrong is said at once. */
export async function glance(input: string, style: string | null): Promise<void> {
  const found = await stat(resolve(input)).catch(() => undefined)
  if (found === undefined) throw invalid('produce/no-such-input', { path: input })
  if (style !== null) new TemplateShelf().find(style)
  if (!found.isDirectory()) return
  const { style: named } = await readDescription(resolve(input))
  if (style === null && named !== null) new TemplateShelf().find(named)
}
