import { join, resolve } from 'node:path'
import type { Host } from '../../io/host.js'
import { replaceFile } from '../../io/replace-file.js'
import {
  latestSandbox,
  makeSandboxFolder,
  readSandboxMark,
  removeSandbox,
  SANDBOX_MARK,
} from '../../io/sandbox-place.js'
import { sandboxEnvironment } from '../../io/sandbox-process.js'
import { addDays, dayOf } from '../../lib/day.js'
import { CasectlError } from '../../lib/errors.js'
import type { Language } from '../../lib/message.js'
import { type Progress, progressText, readProgress, type Stage } from '../../tutorial/progress.js'
import type { Tutorial, TutorialRole } from '../../tutorial/step.js'
import { buildSandbox, cloneFor } from './build-sandbox.js'

/** What a run of the tutorial is told. */
export interface SandboxRequest {
  /** `--dir`, as given. */
  readonly dir?: string
  readonly language: Language
  /** Whether programs in the sandbox paint what they print. */
  readonly color: boolean
}

/** A folder with a bare repository, a clone a role, tickets, and how far each role has come. */
export class Sandbox {
  /** Absolute path. */
  readonly top: string
  /** Of every program that runs in it. */
  readonly env: Readonly<Record<string, string>>
  #text: string
  #progress: Progress

  private constructor(top: string, env: Sandbox['env'], text: string, progress: Progress) {
    this.top = top
    this.env = env
    this.#text = text
    this.#progress = progress
  }

  /**
   * Builds a new sandbox; what was begun is removed where that fails.
   * @throws CasectlError as `makeSandboxFolder` and `buildSandbox` do
   */
  static async build(host: Host, { dir, language, color }: SandboxRequest): Promise<Sandbox> {
    const top = await makeSandboxFolder(host.cwd, dir)
    const env = sandboxEnvironment(host, top, language, color)
    try {
      await buildSandbox(top, dayOf(host.now()), env)
      const sandbox = new Sandbox(top, env, '', { roles: {} })
      await sandbox.#write({ roles: {} }, null)
      return sandbox
    } catch (error) {
      await removeSandbox(top)
      throw error
    }
  }

  /**
   * Opens one that is there: the named one, else the temporary one that was used last.
   * @throws CasectlError `no-sandbox`
   */
  static async open(host: Host, { dir, language, color }: SandboxRequest): Promise<Sandbox> {
    const top = dir === undefined ? await latestSandbox() : resolve(host.cwd, dir)
    const text = top === undefined ? undefined : await readSandboxMark(top)
    const progress = text === undefined ? undefined : readProgress(text)
    if (top === undefined || text === undefined || progress === undefined) throw noSandbox(dir)
    return new Sandbox(top, sandboxEnvironment(host, top, language, color), text, progress)
  }

  /** Whether a folder, as given, is a sandbox. */
  static async isAt({ cwd }: Host, dir: string): Promise<boolean> {
    const text = await readSandboxMark(resolve(cwd, dir))
    return text !== undefined && readProgress(text) !== undefined
  }

  /** The role that was played last. */
  get last(): TutorialRole | undefined {
    return this.#progress.last
  }

  stage(role: TutorialRole): Stage | undefined {
    return this.#progress.roles[role]
  }

  /** The clone of a role. */
  folder(role: TutorialRole): string {
    return join(this.top, role)
  }

  /** Makes the clone of a role that has none yet, and gives where the role stands. */
  async enter({ role, person }: Tutorial, now: Date): Promise<Stage> {
    const stage = this.stage(role)
    if (stage !== undefined) return stage
    await cloneFor(this.top, role, person, this.env)
    const fresh: Stage = { done: 0, values: { week_ago: addDays(dayOf(now), -7) } }
    await this.keep(role, fresh)
    return fresh
  }

  /** Remembers where a role stands. */
  async keep(role: TutorialRole, stage: Stage): Promise<void> {
    const roles = { ...this.#progress.roles, [role]: stage }
    await this.#write({ last: role, roles }, this.#text)
  }

  async remove(): Promise<void> {
    await removeSandbox(this.top)
  }

  async #write(progress: Progress, before: string | null): Promise<void> {
    const after = progressText(progress)
    await replaceFile(this.top, { path: SANDBOX_MARK, before, after })
    this.#text = after
    this.#progress = progress
  }
}

function noSandbox(dir: string | undefined): CasectlError {
  const hint = { en: 'Begin anew: casectl tutorial', zh: '重新开始：casectl tutorial' }
  if (dir === undefined)
    return new CasectlError(
      'no-sandbox',
      { en: 'There is no sandbox to resume.', zh: '没有可继续的沙箱。' },
      hint,
    )
  return new CasectlError(
    'no-sandbox',
    { en: `${dir} is no sandbox of the tutorial.`, zh: `${dir} 不是教程的沙箱。` },
    hint,
  )
}
