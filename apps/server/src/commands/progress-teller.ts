import { messageText } from '#lib/editorial'
import type { CommandIo } from '../platform/command/command.js'

type Tell = (code: string, params?: Readonly<Record<string, string | number>>) => void

/** The steps of a render in order: where the bar stands. */
const steps = ['produce/queued', 'produce/compose', 'produce/lay-out', 'produce/pdf', 'produce/docx', 'produce/manifest']

/** Says how far the work is: a line a step, or on a terminal one bar that grows in its place. */
export function progressTeller(io: Pick<CommandIo, 'tell' | 'language' | 'terminal'>): Tell {
  let inBar = false
  return (code, params) => {
    const sentence = messageText(code, params, io.language)
    const at = steps.indexOf(code)
    if (io.terminal && at >= 0) {
      inBar = true
      io.tell(`\r\u001b[K${'█'.repeat(at + 1)}${'░'.repeat(steps.length - at - 1)} ${sentence}`)
      return
    }
    io.tell(`${inBar ? '\n' : ''}${sentence}\n`)
    inBar = false
  }
}
