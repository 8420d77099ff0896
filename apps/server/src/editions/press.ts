import { Inject, Injectable } from '@nestjs/common'
import type { PressOrder } from '#lib/editorial'
import { PressOrders } from '../issues/press-orders.js'
import { ChildPool } from '../platform/children/child-pool.js'
import { FILES, type FileStore } from '../platform/files/file-store.js'
import { houseVersion } from '../platform/project-root.js'
import { picturesOf } from '../sources/pictures.service.js'
import { type PressInput, type PressProgress, pressTask, type StoredBytes } from './press-input.js'
import type { PressResult } from './press-result.js'
import type { Render } from './render.entity.js'

/** House: five hundred pages take seconds; what takes longer than two minutes hangs. */
const PATIENCE_MS = 120_000

/** The machine itself: hands an order and everything it names to a guarded child. */
@Injectable()
export class Press {
  constructor(
    private readonly orders: PressOrders,
    private readonly children: ChildPool,
    @Inject(FILES) private readonly files: FileStore,
  ) {}

  async print(
    render: Pick<Render, 'contentHash' | 'purpose'>,
    onProgress: (progress: PressProgress) => void,
    signal: AbortSignal,
  ): Promise<PressResult> {
    const order = await this.orders.read(render.contentHash)
    const input: PressInput = {
      order: await this.stored(render.contentHash),
      faces: await Promise.all(order.faces.map(async (face) => ({ ...(await this.stored(face.sha256)), id: face.id, role: face.role }))),
      pictures: await Promise.all(picturesIn(order).map((sha256) => this.stored(sha256))),
      purpose: render.purpose,
      producer: `Bianyin ${houseVersion()}`,
    }
    return this.children.run<PressResult>(pressTask, input, {
      timeoutMs: PATIENCE_MS,
      signal,
      onProgress: (value) => onProgress(value as PressProgress),
    })
  }

  private async stored(sha256: string): Promise<StoredBytes> {
    return { sha256, path: await this.files.local(sha256) }
  }
}

/** Every picture of an order, each once, in the order they are first shown. */
export const picturesIn = (order: PressOrder): string[] => [
  ...new Set(order.issue.columns.flatMap((column) => column.articles.flatMap(picturesOf)).map((image) => image.sha256)),
]
