import type { Argument, Command as Commander, Option } from 'commander'
import { AUDIENCES, KINDS, STATUSES } from '../model/case.js'
import { RULES } from '../rules/index.js'

/** What may follow: one of some words, a file, a folder, or text that nothing can guess. */
export type Values =
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  | { readonly kind: 'file' | 'folder' | 'text' }

export interface OptionSpec {
  /** `-q` and `--quiet`, the short one first. */
  readonly names: readonly string[]
  readonly description: string
  /** Of its value; a flag has none. */
  readonly values?: Values
  /** The name of its value: `file`. */
  readonly valueName: string
  /** The value may be left out: `--color`. */
  readonly optional: boolean
}

export interface ArgumentSpec {
  readonly name: string
  readonly description: string
  readonly values: Values
  readonly variadic: boolean
}

/** A command as completion sees it. */
export interface CommandSpec {
  /** The words that lead to it: `casectl config show`. */
  readonly path: string
  readonly name: string
  readonly description: string
  /** Its own, then those of the program, which every command takes. */
  readonly options: readonly OptionSpec[]
  readonly arguments: readonly ArgumentSpec[]
  readonly commands: readonly CommandSpec[]
}

const LONG: Readonly<Record<string, readonly string[]>> = {
  '--lang': ['en', 'zh'],
  '--status': STATUSES,
  '--kind': KINDS,
  '--audience': AUDIENCES,
  '--urgency': ['critical', 'high', 'medium', 'low'],
}

/** Reads the program's declarations. */
export function specOf(program: Commander): CommandSpec {
  return commandSpec(program, [], program)
}

/** The command and everything below it. */
export function allCommands(spec: CommandSpec): CommandSpec[] {
  return [spec, ...spec.commands.flatMap(allCommands)]
}

function commandSpec(command: Commander, above: readonly string[], program: Commander): CommandSpec {
  const path = [...above, command.name()]
  const help = command.createHelp()
  const own = help.visibleOptions(command)
  const global = command === program ? [] : program.options.filter(option => !option.hidden)
  const names = command.commands.map(sub => sub.name())
  return {
    path: path.join(' '),
    name: command.name(),
    description: command.summary() || command.description(),
    options: [...own, ...global].map(optionSpec),
    arguments: command.registeredArguments.map(argument => argumentSpec(argument)),
    commands: help
      .visibleCommands(command)
      .map(sub =>
        command.commands.includes(sub) ? commandSpec(sub, path, program) : helpSpec(sub, path, names),
      ),
  }
}

/** Commander's own `help [command]`. */
function helpSpec(help: Commander, above: readonly string[], choices: readonly string[]): CommandSpec {
  const argument = {
    name: 'command',
    description: '',
    values: { kind: 'choices', choices },
    variadic: false,
  } as const
  return {
    path: [...above, help.name()].join(' '),
    name: help.name(),
    description: help.description(),
    options: [],
    arguments: [argument],
    commands: [],
  }
}

function optionSpec(option: Option): OptionSpec {
  const { long, short, description, argChoices, required, optional } = option
  const names = [short, long].filter(name => name !== undefined)
  const valueName = /[<[]([^>\]]+)[>\]]/.exec(option.flags)?.[1] ?? ''
  if (!required && !optional) return { names, description, valueName, optional }
  const choices = argChoices ?? LONG[long ?? '']
  return { names, description, valueName, optional, values: valuesOf(valueName, choices) }
}

function argumentSpec(argument: Argument): ArgumentSpec {
  const name = argument.name()
  const choices = name === 'rule' ? RULES.map(rule => rule.id) : argument.argChoices
  return {
    name,
    description: argument.description,
    values: valuesOf(name, choices),
    variadic: argument.variadic,
  }
}

/** The placeholders of the declarations say what a value is. */
function valuesOf(name: string, choices: readonly string[] | undefined): Values {
  if (choices !== undefined) return { kind: 'choices', choices }
  if (name === 'file' || name === 'paths') return { kind: 'file' }
  return { kind: name === 'dir' ? 'folder' : 'text' }
}
