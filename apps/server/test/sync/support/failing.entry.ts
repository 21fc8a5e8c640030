// The server with a bug that throws in a timer, some time after it is ready.
await import('../../../src/main.ts')
setTimeout(() => {
  throw new Error('planted')
}, 50)
