import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Inject, Injectable } from '@nestjs/common'
import type { OrderedFace } from '#lib/editorial'
import { CONFIG, type Config } from '../platform/config/config.js'
import { FILES, type FileStore } from '../platform/files/file-store.js'
import { projectRoot } from '../platform/project-root.js'

const roles = ['song', 'fangsong', 'hei', 'kai', 'title'] as const

/** `song.ttf` of a unit or `bianyin-song.ttf` of the house: the last word says what the face is for. */
const faceFile = /^(?:[\w-]*-)?(song|fangsong|hei|kai|title)\.(?:ttf|otf)$/i

/** The typefaces pages are drawn with: those shipped, each replaced by the unit's own where FONTS_DIR has one. */
@Injectable()
export class FaceShelf {
  private faces: Promise<readonly OrderedFace[]> | undefined

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(FILES) private readonly files: FileStore,
  ) {}

  /** The faces by hash, each kept in the file store so that an order can be printed again after an upgrade. */
  list(): Promise<readonly OrderedFace[]> {
    this.faces ??= this.read().catch((error: unknown) => {
      this.faces = undefined
      throw error
    })
    return this.faces
  }

  private async read(): Promise<readonly OrderedFace[]> {
    const found = new Map([...faceFilesIn(join(projectRoot(), 'fonts')), ...faceFilesIn(this.config.fontsDir)])
    const faces: OrderedFace[] = []
    for (const role of roles) {
      const path = found.get(role)
      if (path !== undefined) faces.push(await this.shelve(role, path))
    }
    if (!faces.some((face) => face.role === 'song')) throw new Error(`no song face in ${this.config.fontsDir}`)
    return faces
  }

  private async shelve(role: string, path: string): Promise<OrderedFace> {
    const bytes = await readFile(path)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (!(await this.files.has(sha256))) await this.files.put(bytes)
    return { id: role, role, sha256 }
  }
}

function faceFilesIn(folder: string): [string, string][] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .flatMap((name): [string, string][] => {
      const role = faceFile.exec(name)?.[1]?.toLowerCase()
      return role === undefined ? [] : [[role, join(folder, name)]]
    })
}
