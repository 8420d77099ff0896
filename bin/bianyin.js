#!/usr/bin/env node
import { ensureBuilt } from './build.js'

ensureBuilt(process.argv[2] === 'start' ? {} : { only: 'server' })
await import('../dist/apps/server/src/main.cli.js')
