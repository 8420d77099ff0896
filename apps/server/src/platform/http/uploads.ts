import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { type Provider, UseInterceptors } from '@nestjs/common'
import { FileInterceptor } from '@nestjs/platform-express'
import { MULTER_MODULE_OPTIONS } from '@nestjs/platform-express/multer/files.constants.js'
import type { MulterOptions } from '@nestjs/platform-express/multer/interfaces/multer-options.interface.js'
import { diskStorage } from 'multer'
import type { Config } from '../config/config.js'

/** House: the largest bulletin seen was 9 MB; scanned ones reach 40. */
export const uploadLimit = 50 * 1024 * 1024

/** One file and a few short fields; names as the browser sent them, in UTF-8; bytes go to the file store's unfinished folder, from where putFile takes them over. */
function uploadOptions(config: Config): MulterOptions {
  return {
    storage: diskStorage({
      destination: join(config.filesDir, 'unfinished'),
      filename: (_request, _file, done) => done(null, `upload-${randomUUID()}`),
    }),
    defParamCharset: 'utf8',
    limits: {
      fileSize: uploadLimit,
      files: 1,
      fields: 10,
      parts: 12,
      fieldNameSize: 100,
      fieldSize: 64 * 1024,
      headerPairs: 20,
      fieldNestingDepth: 1,
    },
  }
}

export const uploadProvider = (config: Config): Provider => ({ provide: MULTER_MODULE_OPTIONS, useFactory: () => uploadOptions(config) })

/** A route that takes one uploaded file (`@UploadedFile() file: Express.Multer.File`); `file.path` is where it lies until putFile or rm. */
export const TakesUpload = (field = 'file') => UseInterceptors(FileInterceptor(field))
