import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const SERVER = 'http://127.0.0.1:8787'

/** What every page needs, in two chunks that change only with their versions; features come one by one. */
const VENDORS = [
  { name: 'antd', test: /node_modules[\\/](antd|@ant-design|@rc-component|rc-[\w-]+|dayjs)[\\/]/ },
  {
    name: 'vendor',
    test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|i18next|react-i18next|zod)[\\/]/,
  },
]

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  server: {
    host: '127.0.0.1',
    proxy: { '/api/v1/live': { target: SERVER, ws: true }, '/api': { target: SERVER } },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Chrome 109 is the last for Windows 7, which workshops still run.
    target: ['chrome109', 'safari16', 'firefox115'],
    cssTarget: ['chrome109', 'safari16', 'firefox115'],
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { codeSplitting: { groups: VENDORS } } },
  },
})
