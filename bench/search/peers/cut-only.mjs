// What reading and cutting cost by themselves. Usage: node cut-only.mjs PARTS LIBRARY
const [parts, library] = process.argv.slice(2)
const { eachDocument } = await import(parts)
let terms = 0
await eachDocument(library, (_, fields) => {
  for (const field of fields) terms += field.length
})
process.stdout.write(`${terms}\n`)
