import { Inject, Injectable } from '@nestjs/common'
import { type FlowSheet, flowSheetIssue, orderText, type PressOrder } from '#lib/editorial'
import { FaceShelf } from '../../issues/face-shelf.js'
import { FILES, type FileStore } from '../../platform/files/file-store.js'
import { Press } from '../press.js'
import { flowSheetTemplate } from './flow-sheet-template.js'

/** Prints a 审校流程单 by the same press as the bulletin: the same sheet makes the same bytes. */
@Injectable()
export class FlowSheetPress {
  constructor(
    private readonly faces: FaceShelf,
    private readonly press: Press,
    @Inject(FILES) private readonly files: FileStore,
  ) {}

  async print(sheet: FlowSheet, format: 'pdf' | 'docx'): Promise<Uint8Array> {
    const order: PressOrder = {
      format: 1,
      edition: 1,
      style: flowSheetTemplate.name,
      template: flowSheetTemplate,
      faces: await this.faces.list(),
      issue: flowSheetIssue(sheet),
    }
    const { sha256 } = await this.files.put(Buffer.from(orderText(order), 'utf8'))
    const { files } = await this.press.print({ contentHash: sha256, purpose: 'release' }, () => {}, new AbortController().signal)
    const made = files.find((file) => file.format === format)
    if (made === undefined) throw new Error(`the press made no ${format} of a flow sheet`)
    return made.bytes
  }
}
