import { shellQuoted } from '../lib/shell-quote.js'
import {
  type ArgumentSpec,
  allCommands,
  type CommandSpec,
  type OptionSpec,
  type Values,
} from './completion-spec.js'

/** A completion script for zsh: one function a command, each a call of `_arguments`. */
export function zshScript(program: CommandSpec): string {
  return `#compdef casectl
# zsh completion for casectl. Made by \`casectl completion zsh\`.
${allCommands(program).map(commandFunction).join('\n')}

# Autoloaded from fpath it is called at once; sourced it registers itself.
if [[ "$funcstack[1]" == _casectl ]]; then
  _casectl "$@"
else
  compdef _casectl casectl
fi`
}

function commandFunction(command: CommandSpec): string {
  const { path, commands, options } = command
  const specs = options.flatMap(optionSpecs)
  if (commands.length === 0) {
    return `${functionName(path)}() {\n${argumentsCall([...specs, ...command.arguments.map(argumentSpec)])}\n}`
  }
  const described = commands.map(sub => `    ${shellQuoted(`${sub.name}:${sub.description}`)}`)
  const cases = commands.map(sub => `      ${shellQuoted(sub.name)}) ${functionName(sub.path)} ;;`)
  return `${functionName(path)}() {
  local curcontext="$curcontext" state line
  typeset -A opt_args
  local -a commands=(
${described.join('\n')}
  )
${argumentsCall(['-C', ...specs, shellQuoted('1: :->command'), shellQuoted('*:: :->rest')])}
  case "$state" in
    command) _describe -t commands command commands ;;
    rest) case "$line[1]" in
${cases.join('\n')}
    esac ;;
  esac
}`
}

function argumentsCall(specs: readonly string[]): string {
  return `  _arguments ${specs.join(' \\\n    ')}`
}

/** One spec a name; a flag shuts out its own other name, an option with a value may be repeated. */
function optionSpecs({ names, description, values, valueName, optional }: OptionSpec): string[] {
  const text = `[${description.replace(/[[\]\\]/g, '\\$&')}]`
  return names.map(name => {
    if (values === undefined) return shellQuoted(`(${names.join(' ')})${name}${text}`)
    const long = name.startsWith('--') ? '=' : ''
    return shellQuoted(
      `*${name}${long}${text}${optional ? '::' : ':'}${message(valueName)}:${action(values)}`,
    )
  })
}

function argumentSpec({ name, values, variadic }: ArgumentSpec): string {
  return shellQuoted(`${variadic ? '*' : ''}:${message(name)}:${action(values)}`)
}

function message(text: string): string {
  return text.replace(/[:\\]/g, '\\$&')
}

function action(values: Values): string {
  if (values.kind === 'choices') return `(${values.choices.join(' ')})`
  if (values.kind === 'file') return '_files'
  // A single space: nothing to offer, the message alone is shown.
  return values.kind === 'folder' ? '_files -/' : ' '
}

function functionName(path: string): string {
  return `_${path.replaceAll(' ', '_')}`
}
