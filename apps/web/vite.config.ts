import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type ProxyOptions } from 'vite'

const serverUrl = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`

/** The server trusts its own address only, so the development proxy speaks as if the page came from there. */
const toServer: ProxyOptions = { target: serverUrl, changeOrigin: true, headers: { origin: serverUrl } }

/** Writes compressed forms beside the built files, which the server hands out as they are. */
function precompressed(): Plugin {
  let folder = ''
  return {
    name: 'precompressed',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir)
      if (config.build.outDir.startsWith('/')) folder = config.build.outDir
    },
    closeBundle() {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|html|svg)$/.test(name)) continue
        const content = readFileSync(join(folder, name))
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content, quality))
        writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }))
      }
    },
  }
}

/** The texts of react-aria in languages that we do not speak would weigh more than our own. */
function germanAndEnglishOnly(): Plugin {
  const foreign = /[\\/]react-(?:aria|stately|aria-components)[\\/].*[\\/]([a-z]{2})-[A-Z]{2}\.m?js$/
  return {
    name: 'german-and-english-only',
    enforce: 'pre',
    load(id) {
      const language = foreign.exec(id)?.[1]
      return language && language !== 'de' && language !== 'en' ? 'export default {}' : null
    },
  }
}

export default defineConfig({
  plugins: [react(), germanAndEnglishOnly(), precompressed()],
  server: {
    port: Number(process.env['WEB_PORT'] ?? 5173),
    strictPort: true,
    proxy: {
      '/api': toServer,
      '/healthz': toServer,
      '/readyz': toServer,
      '/sync': { ...toServer, ws: true },
      '/yjs': { ...toServer, ws: true },
    },
  },
  build: {
    // The oldest browsers we promise: they have light-dark(), color-mix() and :has().
    target: ['chrome123', 'firefox128', 'safari17.5'],
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    // A data: URI would need an exception in the content security policy.
    assetsInlineLimit: 0,
    // Read by the gate that watches how much a page loads.
    manifest: true,
    modulePreload: {
      polyfill: false,
      // The entry names every file that is fetched ahead. A page needs that; a dialog finds nearly all of its own loaded.
      resolveDependencies: (file, needed) =>
        /Page-/.test(file) ? needed : needed.filter((name) => name.endsWith('.css')),
    },
    rolldownOptions: {
      // Workspace packages run nothing on import; saying so keeps their request schemas out of the join page.
      output: {
        codeSplitting: {
          groups: [
            // What the join page needs in one piece: a dozen tiny files would each cost a round trip and a header.
            {
              name: 'base',
              test: /web[\\/]src[\\/](?:i18n[\\/](?!sections)[a-zA-Z]+\.ts|api[\\/](?:callApi|seats|placeOf|joining|shape)\.ts|features[\\/]legal[\\/]LegalLinks|pages[\\/](?:PaperPage|MissingPage|ErrorBoundary)|ui[\\/](?:Button|TextField|Select|Segmented|Chip|Icon|Mark|Link|Loading|LanguageSwitch|ThemeSwitch|theme|navigation|Toast|Notice)\.)/,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
      treeshake: { moduleSideEffects: [{ test: /[\\/]packages[\\/][a-z]+[\\/]src[\\/]/, sideEffects: false }] },
    },
  },
})
