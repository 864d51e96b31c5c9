#!/usr/bin/env node
const quick = process.argv[2] === 'search' && (await import('../dist/search.js'))
if (!quick || !(await quick.quickSearch(process))) {
  const { start } = await import('../dist/cli.js')
  start(process)
}
