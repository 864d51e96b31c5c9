import { allCommands, type CommandSpec, type OptionSpec, type Values } from './completion-spec.js'

/**
 * A completion script for fish: a function finds the command that the words before the cursor
 * name, and every line applies to one command only.
 */
export function fishScript(program: CommandSpec): string {
  const commands = allCommands(program)
  return `# fish completion for casectl. Made by \`casectl completion fish\`.
function __casectl_at
    set -l path casectl
    set -l skip 0
    set -l words (commandline -opc)
    set -e words[1]
    for word in $words
        if test $skip = 1
            set skip 0
            continue
        end
        switch "$path $word"
${commands.flatMap(walkCases).join('\n')}
        end
    end
    test "$path" = "$argv[1]"
end
complete -c casectl -f
${commands.flatMap(commandLines).join('\n')}`
}

function walkCases({ path, commands, options }: CommandSpec): string[] {
  const lines = commands.map(
    sub => `            case ${quoted(sub.path)}\n                set path ${quoted(sub.path)}`,
  )
  const taking = options.filter(({ values, optional }) => values !== undefined && !optional)
  const names = taking.flatMap(option => option.names.map(name => quoted(`${path} ${name}`)))
  if (names.length > 0) lines.push(`            case ${names.join(' ')}\n                set skip 1`)
  return lines
}

function commandLines({ path, commands, options, arguments: args }: CommandSpec): string[] {
  const here = `complete -c casectl -n ${quoted(`__casectl_at ${quoted(path)}`)}`
  return [
    ...commands.map(sub => `${here} -a ${quoted(sub.name)} -d ${quoted(sub.description)}`),
    ...options.map(option => `${here} ${optionWords(option)} -d ${quoted(option.description)}`),
    ...args.flatMap(({ values, description }) => {
      const offered = valueWords(values)
      return offered === '' ? [] : [`${here} ${offered} -d ${quoted(description)}`]
    }),
  ]
}

function optionWords({ names, values }: OptionSpec): string {
  const words = names.map(name => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`))
  if (values === undefined) return words.join(' ')
  // -x: takes a value that is no file; -r -F: takes a file.
  return [...words, values.kind === 'file' ? '-r' : '-x', valueWords(values)].join(' ').trimEnd()
}

function valueWords(values: Values): string {
  if (values.kind === 'choices') return `-a ${quoted(values.choices.join(' '))}`
  if (values.kind === 'file') return '-F'
  return values.kind === 'folder' ? "-a '(__fish_complete_directories)'" : ''
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`
}
