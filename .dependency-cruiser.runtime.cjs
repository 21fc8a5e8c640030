// Rules about what is loaded when the program runs: imports of types alone do not count here.

const { options } = require('./.dependency-cruiser.cjs')

module.exports = {
  forbidden: [
    {
      name: 'yjs: nothing behind @tafelrunde/schema/plain loads it',
      severity: 'error',
      from: { path: '^packages/schema/src/plain\\.ts$' },
      to: { path: ['(^|/)node_modules/yjs/', '^yjs$'], reachable: true },
    },
    {
      name: 'no module loads itself through others',
      severity: 'error',
      from: { path: '^(packages|apps)/' },
      // A lazy import closes a circle without an order problem.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['dynamic-import'] } },
    },
  ],
  options: { ...options, tsPreCompilationDeps: false },
}
