import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

export const alias = {
  // Its ES module names a `require` of its own, and so does the bundler: both in one file is a syntax error.
  fflate: fileURLToPath(new URL('node_modules/fflate/lib/node.cjs', import.meta.url)),
  // Its ES module takes a namespace for a function, which no bundler makes of it.
  'hunspell-asm': fileURLToPath(new URL('node_modules/hunspell-asm/dist/cjs/index.js', import.meta.url)),
}

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      // Only the native addon stays outside; everything else is bundled, so that ES and CommonJS libraries
      // load alike under every Electron the program starts in.
      externalizeDeps: false,
      rolldownOptions: {
        external: ['better-sqlite3'],
        input: {
          main: 'src-main/main.ts',
          'engine-loader': 'src-main/engine-loader.ts',
          cli: 'src-main/cli.ts',
          'gatherer-worker': 'src-main/engine/gather/thread/gatherer-worker.ts',
          'reader-worker': 'src-main/engine/gather/read/reader-worker.ts',
          'speller-worker': 'src-main/engine/spelling/speller-worker.ts',
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'src-main/preload/preload.ts' },
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    // A third of the size is a third of what is read and compiled before anything is seen.
    build: { minify: true, rolldownOptions: { input: 'src-renderer/index.html' } },
    plugins: [react()],
  },
})
