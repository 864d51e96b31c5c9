import fc from 'fast-check'

// The gate judges a change, and what it finds is of that change: the same examples each time.
// Everywhere else each run tries new ones. A failure names its seed: CASECTL_SEED=… plays it again.
const given = process.env['CASECTL_SEED'] ?? (process.env['CI'] === undefined ? undefined : '20261129')

if (given !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(given) })
