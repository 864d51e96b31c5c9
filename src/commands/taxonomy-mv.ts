import type { Message } from '../lib/message.js'
import { planMove } from '../taxonomy/mv.js'
import type { Command } from './context.js'
import { type ChangeOptions, changeTaxonomy } from './taxonomy-change.js'

export interface MvOptions extends ChangeOptions {
  readonly facet: string
  readonly term: string
  readonly newId?: string
  readonly under?: string
}

/** `casectl taxonomy mv`: renames or moves a term in the taxonomy and in every case. */
export const taxonomyMv: Command<MvOptions> = (context, { facet, term, newId, under, ...options }) => {
  const request = {
    facet,
    term,
    ...(newId === undefined ? {} : { newId }),
    ...(under === undefined ? {} : { under }),
  }
  return changeTaxonomy(context, options, {
    name: 'taxonomy mv',
    asked: request,
    carried: {
      command: 'taxonomy mv',
      arguments: {
        facet,
        term,
        ...(newId === undefined ? {} : { 'new-id': newId }),
        ...(under === undefined ? {} : { under }),
      },
    },
    plan: sources => planMove(sources, request),
    done: doneText(term, newId, under),
  })
}

function doneText(term: string, newId: string | undefined, under: string | undefined): Message {
  const place =
    under === '' ? { en: 'to the top', zh: '顶层' } : { en: `below ${under}`, zh: ` ${under} 之下` }
  if (newId === undefined) return { en: `Moved ${term} ${place.en}.`, zh: `已将 ${term} 移到${place.zh}。` }
  const renamed = { en: `Renamed ${term} to ${newId}`, zh: `已将 ${term} 改名为 ${newId}` }
  if (under === undefined) return { en: `${renamed.en}.`, zh: `${renamed.zh}。` }
  return { en: `${renamed.en} and moved it ${place.en}.`, zh: `${renamed.zh}，并移到${place.zh}。` }
}
