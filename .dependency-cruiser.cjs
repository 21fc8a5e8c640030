// The picture of docs/architecture.md as rules: an arrow reads "is imported by" and is never reversed, not even for a type.

const tests = '(\\.(test|contract)\\.tsx?$|^apps/server/test/|^apps/web/e2e/)'
const workspace = '^(packages|apps)/'

/** A workspace part may import itself and the named parts, and no other part of the workspace. */
function mayImportOnly(part, allowed) {
  const from = { path: `^${part}/`, pathNot: tests }
  return {
    name: `layers: ${part} imports ${allowed.length > 0 ? `only ${allowed.join(', ')}` : 'no other part'}`,
    severity: 'error',
    from,
    to: { path: workspace, pathNot: [part, ...allowed].map((name) => `^${name}/`) },
  }
}

function never(name, from, to) {
  return { name, severity: 'error', from, to }
}

module.exports = {
  forbidden: [
    mayImportOnly('packages/schema', []),
    mayImportOnly('packages/protocol', ['packages/schema']),
    mayImportOnly('packages/export', ['packages/schema']),
    mayImportOnly('packages/http-socket', []),
    mayImportOnly('packages/likeness', []),
    mayImportOnly('packages/participant', ['packages/schema', 'packages/protocol', 'packages/http-socket']),
    mayImportOnly('packages/rehearsal', ['packages/schema', 'packages/protocol', 'packages/participant']),
    mayImportOnly('packages/testkit', ['packages/schema', 'packages/protocol', 'packages/participant']),
    mayImportOnly('packages/demo', ['packages/schema', 'packages/protocol', 'packages/testkit']),
    mayImportOnly('packages/reliability', [
      'packages/schema',
      'packages/protocol',
      'packages/testkit',
      'packages/http-socket',
      'packages/bench',
    ]),
    mayImportOnly('packages/tooling', []),
    mayImportOnly('apps/server', [
      'packages/schema',
      'packages/protocol',
      'packages/export',
      'packages/http-socket',
      'packages/likeness',
      'packages/rehearsal',
    ]),
    mayImportOnly('apps/web', ['packages/schema', 'packages/protocol', 'packages/http-socket']),
    never(
      'layers: the apps never import each other',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    never(
      'yjs: only the schema, sync, journal, front, participant, testkit, bench and reliability know it',
      {
        path: workspace,
        pathNot: [
          '^packages/(schema|participant|testkit|bench|reliability)/',
          '^apps/[^/]+/src/sync/',
          '^apps/server/src/(journal|front)/',
          tests,
        ],
      },
      { path: ['(^|/)node_modules/yjs/', '^yjs$'] },
    ),
    never(
      'web: a feature never imports another feature',
      { path: '^apps/web/src/features/([^/]+)/' },
      { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    ),
    never('web: a feature never imports a page', { path: '^apps/web/src/features/' }, { path: '^apps/web/src/pages/' }),
    never(
      'web: ui knows no domain',
      { path: '^apps/web/src/ui/' },
      { path: '^apps/web/src/(features|pages|sync|api)/' },
    ),
    never('web: sync draws nothing', { path: '^apps/web/src/sync/' }, { path: '^apps/web/src/(features|pages|ui)/' }),
    never(
      'server: http never imports sync',
      { path: '^apps/server/src/http/' },
      { path: '^apps/server/src/(sync|front|journal)/' },
    ),
    never(
      'server: sync never imports http',
      { path: '^apps/server/src/(sync|front|journal)/' },
      { path: '^apps/server/src/http/' },
    ),
    never(
      'server: use cases know neither http nor sync',
      {
        path: '^apps/server/src/(workshops|seats|links|tickets|run-state|plenary|results|tray|snapshots|cockpit|setup|authorship|moderation|checks|votes|hidden-writing|signals|submissions|step-notes|screen|rehearsal|live)/',
        pathNot: tests,
      },
      { path: '^apps/server/src/(http|sync|front)/' },
    ),
    never(
      'every import resolves',
      { path: workspace },
      { couldNotResolve: true, pathNot: ['\\?(raw|url|worker|inline)$', '\\.css$', '^virtual:'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(apps|packages)/[^/]+/(dist|\\.turbo)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
