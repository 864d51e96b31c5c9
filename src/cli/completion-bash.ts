import { shellQuoted } from '../lib/shell-quote.js'
import { allCommands, type CommandSpec, type OptionSpec, type Values } from './completion-spec.js'

/**
 * A completion script for bash 3.2 and later, without bash-completion: it walks over the words
 * before the cursor to the command they name, then offers what that command takes.
 */
export function bashScript(program: CommandSpec): string {
  const commands = allCommands(program)
  return `# bash completion for casectl. Made by \`casectl completion bash\`.
_casectl() {
  local cur prev word path=casectl places=0 skip=0 i
  COMPREPLY=()
  cur="\${COMP_WORDS[COMP_CWORD]}"
  prev="\${COMP_WORDS[COMP_CWORD-1]}"
  # bash takes \`--status=dra\` for three words.
  if [[ "$cur" == "=" ]]; then
    cur=""
  elif [[ "$prev" == "=" ]]; then
    prev="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  for (( i = 1; i < COMP_CWORD; i++ )); do
    word="\${COMP_WORDS[i]}"
    if [[ "$word" == "=" ]]; then skip=1; continue; fi
    if (( skip )); then skip=0; continue; fi
    case "$path $word" in
${commands.flatMap(walkCases).join('\n')}
      *" -"*) ;;
      *) places=$((places + 1)) ;;
    esac
  done
  case "$path $prev" in
${commands.flatMap(valueCases).join('\n')}
  esac
  if [[ "$cur" == -* ]]; then
    case "$path" in
${commands.map(command => `      ${shellQuoted(command.path)}) _casectl_words "${command.options.flatMap(namesOf).join(' ')}" ;;`).join('\n')}
    esac
    return
  fi
  case "$path $places" in
${commands.flatMap(placeCases).join('\n')}
  esac
}
_casectl_words() {
  COMPREPLY=( $(compgen -W "$1" -- "$cur") )
}
# Leaves file names to readline, which quotes them; an older bash offers none.
_casectl_files() {
  compopt -o "$1" 2>/dev/null
}
complete -F _casectl casectl`
}

function namesOf({ names }: OptionSpec): readonly string[] {
  return names
}

/** Words that lead to another command, and options whose value is the next word. */
function walkCases({ path, commands, options }: CommandSpec): string[] {
  const lines = commands.map(
    sub => `      ${shellQuoted(sub.path)}) path=${shellQuoted(sub.path)}; places=0 ;;`,
  )
  const taking = options.filter(({ values, optional }) => values !== undefined && !optional).flatMap(namesOf)
  if (taking.length > 0) lines.push(`      ${patterns(path, taking)}) skip=1 ;;`)
  return lines
}

function valueCases({ path, options }: CommandSpec): string[] {
  return options.flatMap(({ names, values, optional }) =>
    // A text that nothing can guess: offer nothing, unless the next word may be something else.
    values === undefined || (optional && values.kind === 'text')
      ? []
      : [`    ${patterns(path, names)}) ${offer(values)}; return ;;`],
  )
}

/** What the nth word may be that is no option; the first may also be a command below this one. */
function placeCases({ path, commands, arguments: args }: CommandSpec): string[] {
  const names = commands.map(sub => sub.name)
  const first = args.length === 0 && names.length > 0 ? [{ values: TEXT, variadic: false }] : args
  return first.map(({ values, variadic }, i) => {
    const pattern = variadic ? `${shellQuoted(`${path} `)}*` : shellQuoted(`${path} ${i}`)
    return `    ${pattern}) ${offer(values, i === 0 ? names : [])} ;;`
  })
}

const TEXT: Values = { kind: 'text' }

function offer(values: Values, also: readonly string[] = []): string {
  const words = [...also, ...(values.kind === 'choices' ? values.choices : [])]
  if (values.kind === 'file') return '_casectl_files default'
  if (values.kind === 'folder') return '_casectl_files dirnames'
  return words.length === 0 ? ':' : `_casectl_words ${shellQuoted(words.join(' '))}`
}

function patterns(path: string, names: readonly string[]): string {
  return names.map(name => shellQuoted(`${path} ${name}`)).join('|')
}
