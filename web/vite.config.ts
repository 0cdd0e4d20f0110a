import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where the server listens while developing. */
const server = process.env['JIELI_SERVER'] ?? 'http://127.0.0.1:3000'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { host: '127.0.0.1', proxy: { '/api': server, '/f/': server, '/in/': server } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    // Small images must stay files: the policy on content allows no data: scripts, and hashed files are cached for good.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
})
