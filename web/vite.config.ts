import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { inlineDocuments } from './inline-documents.ts';

const gateway = 'http://127.0.0.1:4000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), inlineDocuments()],
  server: {
    host: '127.0.0.1',
    proxy: {
      '/graphql': { target: gateway, ws: true },
      '/media': { target: gateway },
    },
  },
  build: {
    // From here on browsers know light-dark(); lowered for older ones it would ignore the chosen scheme.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    outDir: 'dist',
    emptyOutDir: true,
    assetsDir: 'assets',
    // Small assets stay files of their own: a content security policy without data: URLs keeps working.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        index: `${import.meta.dirname}/index.html`,
        explorer: `${import.meta.dirname}/explorer.html`,
      },
    },
  },
});
