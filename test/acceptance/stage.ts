import { execFile } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { GIT_ENV } from '../cli/repository.js'
import { commitAs, gitAs, type Person } from '../review/team.js'

const AUTHOR: Person = { name: 'Wen Author', email: 'wen@example.com' }

/** The people whose prompt a transcript may name; the last three are reviewers of the sample library. */
const PEOPLE: Readonly<Record<string, Person>> = {
  '': AUTHOR,
  owner: { name: 'Olga Owner', email: 'olga@example.com' },
  lin: { name: 'Lin Yue', email: 'lin.yue@example.com' },
  robert: { name: 'Robert Hale', email: 'robert.hale@example.com' },
  zhao: { name: 'Zhao Min', email: 'zhao.min@example.com' },
}

const OF_LIBRARY = [
  '.gitattributes',
  'taxonomy.yml',
  'synonyms.yml',
  'products.yml',
  'cases',
  'archive',
  'eval',
]

/** Builds what every scenario starts from a copy of: a bare repository and a clone with the sample library. */
export function buildStage(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'casectl-stage-')))
  mkdirSync(join(folder, 'bin'))
  symlinkSync(resolve('bin/casectl.js'), join(folder, 'bin/casectl'))
  const [bare, library] = [join(folder, 'origin.git'), join(folder, 'library')]
  gitAs(AUTHOR, folder, 'init', '--quiet', '--bare', '--initial-branch=main', bare)
  gitAs(AUTHOR, folder, 'init', '--quiet', '--initial-branch=main', library)
  // Chinese file names as they are.
  gitAs(AUTHOR, library, 'config', 'core.quotePath', 'false')
  for (const name of OF_LIBRARY) cpSync(name, join(library, name), { recursive: true })
  writeFileSync(join(library, '.gitignore'), '.casectl/\n')
  const config = readFileSync('casectl.config.yml', 'utf8')
  const roles = config.replace(/^ {2}adopted: .*\n/m, '')
  writeFileSync(join(library, 'casectl.config.yml'), roles)
  const first = commitAs(AUTHOR, library, 'The library')
  writeFileSync(join(library, 'casectl.config.yml'), config.replace(/(?<=^ {2}adopted: ).*/m, first))
  commitAs(AUTHOR, library, 'Reviews are kept from here on')
  gitAs(AUTHOR, library, 'remote', 'add', 'origin', bare)
  gitAs(AUTHOR, library, 'push', '--quiet', '--set-upstream', 'origin', 'main')
  gitAs(AUTHOR, library, 'remote', 'set-head', 'origin', 'main')
  return folder
}

/** The folders of one scenario: a clone for each person, all of one remote, and an empty home. */
export class Stage {
  readonly folder: string
  private readonly language: string
  private readonly built: string

  constructor(built: string, library: string, language: 'en' | 'zh') {
    this.built = built
    this.folder = realpathSync(mkdtempSync(join(tmpdir(), 'casectl-scenario-')))
    this.language = language
    mkdirSync(join(this.folder, 'home'))
    if (library === 'none') mkdirSync(join(this.folder, 'library'))
    else cpSync(join(built, 'origin.git'), join(this.folder, 'origin.git'), { recursive: true })
  }

  /** Writes a file into the folder of the scenario's user. */
  give(path: string, text: string): void {
    const full = join(this.folderOf(''), path)
    mkdirSync(dirname(full), { recursive: true })
    writeFileSync(full, text)
  }

  /** Runs a command as a person: what a terminal would show, and the exit code as a last line. */
  run(person: string, command: string): Promise<string> {
    const who = PEOPLE[person]
    if (who === undefined) throw new Error(`nobody is called ${person}`)
    const options = { cwd: this.folderOf(person), env: this.environment(who), maxBuffer: 1 << 24 }
    return new Promise(done => {
      // One stream for both, so that they come in the order of a terminal.
      const child = execFile('bash', ['--norc', '-c', `exec 2>&1\n${command}`], options, (error, stdout) => {
        const broken = stdout === '' || stdout.endsWith('\n') ? stdout : `${stdout}\n`
        done(error === null ? broken : `${broken}[exit ${error.code}]\n`)
      })
      child.stdin?.end()
    })
  }

  private folderOf(person: string): string {
    const folder = join(this.folder, person === '' ? 'library' : person)
    if (existsSync(folder)) return folder
    cpSync(join(this.built, 'library'), folder, { recursive: true })
    gitAs(AUTHOR, folder, 'remote', 'set-url', 'origin', join(this.folder, 'origin.git'))
    return folder
  }

  private environment(who: Person): Record<string, string> {
    const day = '2026-12-01T09:00:00Z'
    return {
      ...GIT_ENV,
      PATH: `${join(this.built, 'bin')}:${GIT_ENV.PATH}`,
      HOME: join(this.folder, 'home'),
      LANG: this.language === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8',
      NODE_OPTIONS: `--require ${resolve('test/acceptance/clock.cjs')}`,
      GIT_AUTHOR_NAME: who.name,
      GIT_AUTHOR_EMAIL: who.email,
      GIT_COMMITTER_NAME: who.name,
      GIT_COMMITTER_EMAIL: who.email,
      GIT_AUTHOR_DATE: day,
      GIT_COMMITTER_DATE: day,
    }
  }
}
