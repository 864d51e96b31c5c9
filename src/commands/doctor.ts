import { readText } from '../io/apply.js'
import { findRoot } from '../io/find-root.js'
import { findRepository } from '../io/git.js'
import { readPackageFile } from '../io/package-files.js'
import { dayOf } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import { resolveConfig } from '../model/resolve-config.js'
import { readConfig } from '../parse/read-config.js'
import { doctorText } from '../report/doctor.js'
import { hookScript, isOwnHook } from '../scaffold/hook-script.js'
import type { Patient } from '../workspace/doctor/check.js'
import { examine } from '../workspace/doctor/checks.js'
import { Workspace } from '../workspace/workspace.js'
import { type Command, type Context, envelope } from './context.js'
import { repairPatient } from './doctor-repair.js'
import { roleFiles } from './role-files.js'

export interface DoctorOptions {
  /** `--fix`: true for every repair. */
  readonly fix?: boolean | readonly string[]
  /** Repairs are made; without it they are shown. */
  readonly yes?: boolean
  readonly json?: boolean
}

/** `casectl doctor`: the state of a library and its repository; exit 1 for an error among it. */
export const doctor: Command<DoctorOptions> = async (context, { fix, yes = false, json = false }) => {
  const patient = await patientOf(context)
  if (fix !== undefined && fix !== false) {
    return repairPatient(context, patient, { names: fix === true ? [] : fix, yes, json })
  }
  const found = await examine(patient)
  const { terminal } = context
  if (json) terminal.json(envelope('doctor', { symptoms: found }))
  else terminal.out(doctorText(found, terminal.language))
  return found.some(({ health }) => health === 'error') ? 1 : 0
}

async function patientOf(context: Context): Promise<Patient> {
  const { host, config } = context
  const { root, config: file } = findRoot(host.cwd, config)
  const opened = await open(host.cwd, config)
  return {
    root,
    host,
    workspace: opened instanceof Workspace ? opened : undefined,
    trouble: opened instanceof Workspace ? undefined : opened,
    taxonomy: opened instanceof Workspace ? opened.config.taxonomy : await taxonomyOf(file),
    top: await findRepository(root),
    hook: { script: hookScript, isOwn: isOwnHook },
    attributes: (await readPackageFile('templates/init/gitattributes')) ?? '',
    roleFiles: workspace => roleFiles(workspace, dayOf(host.now())),
  }
}

/** Settings that do not hold are something to be told, and no reason to tell nothing else. */
async function open(cwd: string, config: string | undefined): Promise<Workspace | CasectlError> {
  try {
    return await Workspace.open(cwd, config === undefined ? {} : { config })
  } catch (error) {
    if (error instanceof CasectlError && error.code === 'settings') return error
    throw error
  }
}

/** The taxonomy's path where the configuration holds, else the usual one. */
async function taxonomyOf(file: string): Promise<string> {
  const { value } = readConfig((await readText(file).catch(() => null)) ?? '')
  return resolveConfig(value ?? {}).taxonomy
}
