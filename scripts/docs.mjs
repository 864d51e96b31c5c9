// Writes the documentation that comes from the code: a page a rule, the commands' help in both
// languages, and the transcripts of the READMEs. CI runs it and refuses a difference.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

// Inside the project, so that the bundle finds the packages it imports.
const scratch = 'node_modules/.cache/casectl-docs'
const GENERATED = '<!-- Written by `npm run docs` from the code. Change it there. -->'

function casectl(args, language) {
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    LANG: language === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8',
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/casectl.js', ...args], {
    encoding: 'utf8',
    env,
  })
  if (status !== 0) throw new Error(`casectl ${args.join(' ')} ended with ${status}: ${stderr}`)
  return stdout
}

async function loadRules() {
  const outfile = join(scratch, 'rules.mjs')
  await build({
    entryPoints: ['src/rules/index.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
  })
  const { RULES } = await import(join(process.cwd(), outfile))
  return RULES
}

function writeRules(rules) {
  rmSync('docs/rules', { recursive: true, force: true })
  mkdirSync('docs/rules', { recursive: true })
  const rows = rules.map(
    ({ id, severity, draftSeverity, summary }) =>
      `| [${id}](${id}.md) | ${severity} | ${draftSeverity ?? severity} | ${summary.en}<br>${summary.zh} |`,
  )
  const head = [
    '# Lint rules · 检查规则',
    '',
    GENERATED,
    '',
    '| rule | severity | in a draft | asks |',
    '| --- | --- | --- | --- |',
  ]
  writeFileSync('docs/rules/README.md', `${[...head, ...rows].join('\n')}\n`)
  for (const rule of rules) writeFileSync(`docs/rules/${rule.id}.md`, rulePage(rule))
}

function rulePage({ id, severity, draftSeverity, summary, why, messages, options, examples }) {
  const findings = Object.entries(messages).map(
    ([code, { en, zh }]) => `| \`${code}\` | ${cell(en)}<br>${cell(zh)} |`,
  )
  const settings = Object.keys(options.schema.properties ?? {}).map(
    name =>
      `- \`${name}\`: ${options.schema.properties[name].description ?? ''} (default \`${JSON.stringify(options.defaults[name])}\`)`,
  )
  return `${[
    `# ${id}`,
    '',
    GENERATED,
    '',
    summary.en,
    '',
    summary.zh,
    '',
    `Severity: ${severity}; in a draft: ${draftSeverity ?? severity}.`,
    '',
    '## Why · 原因',
    '',
    why.en,
    '',
    why.zh,
    '',
    '## Findings · 检查结果',
    '',
    '| code | message |',
    '| --- | --- |',
    ...findings,
    '',
    '## Options · 选项',
    '',
    ...(settings.length > 0 ? settings : ['None.']),
    '',
    '## Bad · 反例',
    '',
    ...example(examples.bad),
    '## Good · 正例',
    '',
    ...example(examples.good),
  ]
    .join('\n')
    .trimEnd()}\n`
}

const cell = text => text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('{{', '{ {')

/** Files of an example; a text of thousands of characters stands for itself no better than its beginning. */
function example(files) {
  const entries = typeof files === 'string' ? [['', files]] : Object.entries(files)
  return entries.flatMap(([path, text]) => {
    const shown = text.length > 4000 ? `${text.slice(0, 400)}\n… (${text.length} characters)` : text
    return [...(path === '' ? [] : [`\`${path}\``, '']), '````markdown', shown.trimEnd(), '````', '']
  })
}

function writeHelp(language, file, title) {
  const commands = help =>
    [...help.matchAll(/^ {2}([a-z]+)(?: |\|)/gm)]
      .map(match => match[1])
      .filter(name => name !== 'help' && name !== 'casectl')
  const page = [`# ${title}`, '', GENERATED, '']
  const add = path => {
    const help = casectl([...path, '--help'], language)
    page.push(
      `## casectl${path.length > 0 ? ` ${path.join(' ')}` : ''}`,
      '',
      '```text',
      help.trimEnd(),
      '```',
      '',
    )
    const listed = help.split(/^(?:Commands:|命令：)$/m)[1]?.split(/\n\n/)[0] ?? ''
    for (const name of commands(listed)) add([...path, name])
  }
  add([])
  writeFileSync(file, `${page.join('\n').trimEnd()}\n`)
}

/** Replaces the block behind each `<!-- transcript: … -->` by what the command prints now. */
function writeTranscripts(file, language) {
  const text = readFileSync(file, 'utf8').replace(
    /<!-- transcript: (.+?) -->\n(?:```console\n[\s\S]*?\n```\n)?/g,
    (_, line) => {
      const args = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare)
      const output = casectl(args, language).trimEnd()
      return `<!-- transcript: ${line} -->\n\`\`\`console\n$ casectl ${line}\n${output}\n\`\`\`\n`
    },
  )
  writeFileSync(file, text)
}

mkdirSync(scratch, { recursive: true })
writeRules(await loadRules())
writeHelp('en', 'docs/cli.md', 'Commands')
writeHelp('zh', 'docs/cli.zh-CN.md', '命令')
casectl(['index'], 'en')
writeTranscripts('README.md', 'en')
writeTranscripts('README.zh-CN.md', 'zh')
