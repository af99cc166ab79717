import react from '@vitejs/plugin-react';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { compression } from 'vite-plugin-compression2';
import { VitePWA } from 'vite-plugin-pwa';
import { keptShape } from './src/features/field/kept-shape.ts';

/** Pages that belong to the services, even in a browser that is offline. */
const NOT_OURS = [
  /^\/api\//, /^\/session\//, /^\/oauth2\//, /^\/login/, /^\/logout/, /^\/connect\//, /^\/activate/, /^\/userinfo/,
  /^\/\.well-known\//, /^\/auth-assets\//, /^\/docs/, /^\/v3\//, /^\/actuator\//, /^\/assets\//,
];

const OPENAPI = JSON.parse(readFileSync(new URL('./openapi.json', import.meta.url), 'utf8')) as Parameters<typeof keptShape>[0];

/** What a browser kept in another shape is not read. */
const KEPT_SHAPE = createHash('sha256').update(keptShape(OPENAPI)).digest('base64url').slice(0, 12);

/** What a telephone has to load before it can show anything at all, compressed. */
const MOST_AT_FIRST = 200_000;

/** Has the application fetched from the beginning, although a smaller script is what begins and asks for it. */
function applicationAhead(): Plugin {
  return {
    name: 'application-ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {}, chunk: begin }) {
        const ahead = new Set(begin?.dynamicImports);
        // A set goes on to what is added to it meanwhile: what is imported, and what that imports.
        for (const file of ahead) {
          const chunk = bundle[file];
          if (chunk?.type === 'chunk') {
            chunk.imports.forEach((each) => ahead.add(each));
          }
        }
        return [...ahead]
          .filter((file) => !html.includes(file))
          .map((file) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` }, injectTo: 'head' as const }));
      },
    },
  };
}

/** Breaks the build when the page begins with more script than it may. */
function initialScripts(): Plugin {
  return {
    name: 'initial-scripts',
    apply: 'build',
    enforce: 'post',
    writeBundle(_, bundle) {
      const page = bundle['index.html'];
      const html = page?.type === 'asset' ? String(page.source) : '';
      const sizes = [...html.matchAll(/<(?:script|link)[^>]+(?:src|href)="\/([^"]+\.js)"/g)].map(([, file = '']) => {
        const script = bundle[file];
        return script?.type === 'chunk' ? { file, size: gzipSync(script.code).length } : this.error(`${file} is not in the build.`);
      });
      const total = sizes.reduce((sum, { size }) => sum + size, 0);
      const report = `${total} bytes of script at first, compressed: ${sizes.map(({ file, size }) => `${file} ${size}`).join(', ')}`;
      if (total === 0 || total > MOST_AT_FIRST) {
        this.error(`${report}; at most ${MOST_AT_FIRST}.`);
      }
      this.info(report);
    },
  };
}

export default defineConfig({
  define: { __KEPT_SHAPE__: JSON.stringify(KEPT_SHAPE) },
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
    applicationAhead(),
    initialScripts(),
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
        // Each file costs a telephone a turn, so what comes together is one: the library that hardly ever changes; what asks the
        // first questions, with the few styles of our own; what every screen has; what homes are made of. A group takes along
        // what it imports.
        codeSplitting: {
          groups: [
            { name: 'react', test: /\/node_modules\/(?:react|react-dom|scheduler)\/|rolldown.runtime/, priority: 3 },
            { name: 'begin', test: /\/src\/(?:app\/first-screen\.ts|app\/.*\.module\.css|shared\/ui\/(?:first-styles\.ts|.*\.module\.css))/, priority: 2 },
            { name: 'application', test: /\/src\/app\/(?:main|app)\.tsx/, priority: 1 },
            { name: 'home', test: /\/src\/shared\/ui\/intervention-card\.tsx|\/components\/(?:Anchor|SimpleGrid|Skeleton)\/|\/IconPlus\./ },
            { name: 'pages', test: /\/src\/shared\/ui\/card-pages\.tsx/ },
            { name: 'figures', test: /\/@mantine\/core\/esm\/components\/(?:Progress|SegmentedControl)\// },
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
    // A screen is drawn in a moment, unless the machine does much else besides.
    testTimeout: 20_000,
  },
});
