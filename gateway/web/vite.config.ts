import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { compression } from 'vite-plugin-compression2';
import { VitePWA } from 'vite-plugin-pwa';

/** Pages that belong to the services, even in a browser that is offline. */
const NOT_OURS = [
  /^\/api\//, /^\/session\//, /^\/oauth2\//, /^\/login/, /^\/logout/, /^\/connect\//, /^\/activate/, /^\/userinfo/,
  /^\/\.well-known\//, /^\/auth-assets\//, /^\/docs/, /^\/v3\//, /^\/actuator\//, /^\/assets\//,
];

/** One for every build: what a browser kept of another one is not read. */
const BUILD = Date.now().toString(36);

/** The components of the first screen, of which the styles come first too. */
const FIRST = [...readFileSync(new URL('./src/shared/ui/first-styles.ts', import.meta.url), 'utf8').matchAll(/(\w+)\.layer\.css/g)]
  .map(([, component]) => component)
  .join('|');

export default defineConfig({
  define: { __BUILD__: JSON.stringify(BUILD) },
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  plugins: [
    react(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifestFilename: 'manifest.webmanifest',
      manifest: {
        name: 'AccordÉnergie Interventions',
        short_name: 'Accord',
        lang: 'fr',
        start_url: '/',
        display: 'standalone',
        background_color: '#eef4f3',
        theme_color: '#0b4f4a',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: NOT_OURS,
        cleanupOutdatedCaches: true,
        // A photo that was seen is seen without network too; what an address shows never changes.
        runtimeCaching: [
          {
            urlPattern: /\/api\/v1\/attachments\/[^/]+\/(?:thumbnail|content)$/,
            handler: 'CacheFirst',
            options: {
              cacheName: 'accord-photos',
              cacheableResponse: { statuses: [200] },
              expiration: { maxEntries: 300, maxAgeSeconds: 30 * 24 * 3600, purgeOnQuotaError: true },
            },
          },
        ],
        inlineWorkboxRuntime: true,
      },
    }),
    compression({ include: /\.(?:js|css)$/, algorithms: ['gzip', 'brotliCompress'] }),
  ],
  build: {
    target: 'es2022',
    // The gateway's class path, from which it serves them; given by build.xml.
    outDir: process.env['ACCORD_WEB_OUTPUT'] ?? 'dist',
    emptyOutDir: true,
    assetsDir: 'app',
    sourcemap: false,
    rolldownOptions: {
      output: {
        // Each file costs a telephone a turn: what comes first comes in two, the library that hardly ever changes apart.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\//, priority: 1 },
            { name: 'first', test: new RegExp(`/node_modules/@mantine/(?:hooks|core/esm/(?:core|components/(?:${FIRST})))/`) },
            { name: 'first', test: /\/node_modules\/(?:@tanstack\/(?:react-)?(?:router|query|store|history)|i18next|react-i18next|openapi-fetch)/ },
            { name: 'first', test: /\/src\/shared\/(?:api|live|session|i18n\/(?:index|language)|ui\/(?:notices|theme))/ },
          ],
        },
      },
    },
    // Anything inlined as a data: address would ask for a weaker content security policy.
    assetsInlineLimit: 0,
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      ['/api', '/session', '/oauth2', '/login', '/logout', '/connect', '/activate', '/auth-assets', '/v3'].map((path) => [
        path,
        { target: 'http://localhost:8080', changeOrigin: false },
      ]),
    ),
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/shared/testing/setup.ts'],
    restoreMocks: true,
  },
});
