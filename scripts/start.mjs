// Written so that an old Node can still parse it: it must be able to say that it is too old.
// npm scripts run on the Node that the lock file pins (architecture §1), so this line is for `node scripts/start.mjs`.
const major = Number(process.versions.node.split('.')[0])

if (major < 26) {
  console.error(
    '一诺需要 Node 26，当前是 ' +
      process.versions.node +
      '。请在项目目录运行 npm install && npm start。 ' +
      'Yinuo needs Node 26, this is ' +
      process.versions.node +
      ': run npm install && npm start in the project.',
  )
  process.exitCode = 1
} else {
  import('./ensure-web-built.ts')
    .then(({ ensureWebBuilt }) => ensureWebBuilt())
    .then(() => import('../server/main.ts'))
    .catch((error) => {
      console.error(error)
      process.exitCode = 1
    })
}
