import type { Config } from '../config/config.js'
import { BucketClient } from './bucket/bucket-client.js'
import { BucketFileStore } from './bucket/bucket-file-store.js'
import { DiskFileStore } from './disk-file-store.js'
import type { FileStore } from './file-store.js'

/** The one switch between files on the disk and files in a bucket. */
export function openFiles({ filesDir, bucket }: Config): FileStore {
  const disk = new DiskFileStore(filesDir)
  return bucket === undefined ? disk : new BucketFileStore(new BucketClient(bucket), disk)
}
