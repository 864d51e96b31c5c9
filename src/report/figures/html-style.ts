/** The style of a report's page: both themes, print, no font or picture from elsewhere. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --ground: #ffffff; --text: #1f2328; --quiet: #57606a; --line: #d0d7de; --card: #f6f8fa; --bar: #1a6fb5; }
@media (prefers-color-scheme: dark) { :root { --ground: #14181d; --text: #e6e9ec; --quiet: #a3acb5; --line: #363d45; --card: #1e242b; --bar: #5aa9e6; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 68rem; padding: 2rem 1.25rem 4rem; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem; }
p { color: var(--quiet); margin: 0 0 1.5rem; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(11rem, calc(50% - .375rem)), 1fr)); gap: .75rem; margin: 0; }
dl div { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .8rem; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
dt { color: var(--quiet); font-size: .85rem; }
dd { margin: 0; font-size: 1.4rem; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: left; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { color: var(--quiet); font-weight: 600; white-space: nowrap; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td:first-child, td.day { white-space: nowrap; }
td.chart { width: 22%; min-width: 6rem; }
svg { display: block; width: 100%; height: 1.1em; margin-top: .2em; }
rect { fill: var(--bar); }
@page { margin: 15mm; }
@media print { :root { --ground: #fff; --text: #000; --quiet: #444; --line: #bbb; --card: #fff; --bar: #333; } html { font-size: 85%; } body { max-width: none; padding: 0; } .wide { overflow: visible; } tr, dl div { break-inside: avoid; } h2 { break-after: avoid; } td.chart { width: 14%; min-width: 4rem; } rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`
