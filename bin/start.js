#!/usr/bin/env node
import { ensureBuilt } from './build.js'

ensureBuilt()
await import('../dist/apps/server/src/main.all.js')
