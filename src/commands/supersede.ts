import { planSupersede } from '../life/supersede.js'
import type { Command } from './context.js'
import { type RewriteOptions, rewriteCases } from './rewrite-cases.js'
import { typedId } from './typed-id.js'

export interface SupersedeOptions extends RewriteOptions {
  readonly old: string
  readonly next: string
}

/** `casectl supersede`: puts one case in the place of another, on both sides. */
export const supersede: Command<SupersedeOptions> = (context, { old, next, ...options }) =>
  rewriteCases(context, options, {
    name: 'supersede',
    asked: { old, next },
    plan: (sources, workspace) => {
      const args = { old: typedId(workspace, old), next: typedId(workspace, next) }
      return {
        ...planSupersede(sources, args.old, args.next),
        carried: { command: 'supersede', arguments: args },
      }
    },
    done: { en: `${old} leads to ${next} now.`, zh: `${old} 现在指向 ${next}。` },
  })
