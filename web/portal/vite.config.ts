import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** The customer's page lies below `/p/`; old phones and the web views inside WeChat get plain ES2019. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/p/',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['es2019', 'safari12', 'chrome66'],
    cssTarget: ['safari12', 'chrome66'],
    assetsInlineLimit: 0,
  },
  server: { host: '127.0.0.1', proxy: { '/api': { target: 'http://127.0.0.1:8787' } } },
})
