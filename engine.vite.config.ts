import { defineConfig } from 'vite'
import { alias } from './electron.vite.config.ts'

/**
 * The engine's process, apart from the others: the window waits for it, and what it needs at its start is one file. In chunks
 * that it shares with the workers it took a fifth longer. CommonJS, so that what V8 makes of it can be kept (`compiled.ts`).
 */
export default defineConfig({
  resolve: { alias },
  publicDir: false,
  ssr: { noExternal: true, external: ['better-sqlite3'] },
  build: {
    ssr: 'src-main/engine-process.ts',
    outDir: 'out/main',
    emptyOutDir: false,
    target: 'node20',
    rolldownOptions: {
      output: {
        format: 'cjs',
        entryFileNames: 'engine-process.cjs',
        chunkFileNames: 'engine/[name].cjs',
      },
    },
  },
})
