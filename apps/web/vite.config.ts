import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

/** The words of the trade are shared with the server; what the desk does not use of them (the wire's shapes, above all) stays out of the bundle. */
const wordsOfTheTrade = /\/libs\/[^/]+\/src\//

// A build is for readers, also when a test run asks for it.
if (process.argv.includes('build')) process.env.NODE_ENV = 'production'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  server: {
    port: 5200,
    strictPort: true,
    proxy: { '/api': { target: process.env.BIANYIN_API ?? 'http://localhost:3000' } },
  },
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: wordsOfTheTrade, sideEffects: false }] } },
  },
})
