import { isPlainObject } from '../lib/plain-object.js'
import { TUTORIAL_ROLES, type TutorialRole, type Values } from './step.js'

/** How far a role has come. */
export interface Stage {
  /** Steps that are done. */
  readonly done: number
  readonly values: Values
}

/** What a sandbox remembers between two runs. */
export interface Progress {
  readonly last?: TutorialRole
  readonly roles: Readonly<Partial<Record<TutorialRole, Stage>>>
}

export function progressText(progress: Progress): string {
  return `${JSON.stringify({ casectlTutorial: 1, ...progress }, undefined, 2)}\n`
}

/** Undefined for a text that no sandbox has written. */
export function readProgress(text: string): Progress | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isPlainObject(value) || value['casectlTutorial'] !== 1 || !isPlainObject(value['roles']))
    return undefined
  const given = value['roles']
  const roles = TUTORIAL_ROLES.flatMap(role => {
    const stage = stageOf(given[role])
    return stage === undefined ? [] : [[role, stage] as const]
  })
  const last = TUTORIAL_ROLES.find(role => role === value['last'])
  return { ...(last === undefined ? {} : { last }), roles: Object.fromEntries(roles) }
}

function stageOf(value: unknown): Stage | undefined {
  if (!isPlainObject(value) || !isPlainObject(value['values'])) return undefined
  const done = value['done']
  if (typeof done !== 'number' || !Number.isInteger(done) || done < 0) return undefined
  const values = Object.entries(value['values']).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return { done, values: Object.fromEntries(values) }
}
