import { planMerge } from '../life/merge.js'
import type { Command } from './context.js'
import { type RewriteOptions, rewriteCases } from './rewrite-cases.js'
import { typedId } from './typed-id.js'

export interface MergeCasesOptions extends RewriteOptions {
  readonly into: string
  readonly from: string
}

/** `casectl merge`: merges the second case into the first, which goes back to review. */
export const mergeCases: Command<MergeCasesOptions> = (context, { into, from, ...options }) =>
  rewriteCases(context, options, {
    name: 'merge',
    asked: { into, from },
    plan: (sources, workspace) => {
      const args = { into: typedId(workspace, into), from: typedId(workspace, from) }
      return {
        ...planMerge(sources, args.into, args.from),
        carried: { command: 'merge', arguments: args, meant: [args.into] },
      }
    },
    done: {
      en: `${from} went into ${into}, which is in review again: read it, and have it approved.`,
      zh: `${from} 已并入 ${into}；${into} 回到评审中，请检查并重新批准。`,
    },
  })
