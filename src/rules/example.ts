/** The front matter of a published case that breaks no rule, in the order in which `casectl new` writes it. */
const PUBLISHED: Readonly<Record<string, string>> = {
  id: 'CASE-7F3KQ',
  kind: 'case',
  title: 'Home router W-104 drops 5 GHz at night',
  status: 'published',
  language: 'en',
  created: '2026-03-02',
  updated: '2026-03-05',
  product: '{ name: home-router, module: rt-wifi }',
  category: 'frequent-drops',
  fault_type: '[configuration]',
  urgency: 'medium',
  audience: 'public',
  owner: 'network support',
  source: '{ type: ticket, refs: [TK-1] }',
}

/** A body with every section that a published case needs. */
const BODY = `
# Home router W-104 drops 5 GHz at night

## Problem

5 GHz disappears for a minute every evening.

## Symptoms

The log shows W-104.

## Diagnosis

The channel is a radar channel.

## Resolution

Use channel 36.

## Steps

1. Open Wi-Fi, 5 GHz, and set the channel to 36.

## Cautions

Devices reconnect once.
`

/**
 * Text of an example case: the good published one with some fields set otherwise (`undefined`
 * leaves a field out) and, if given, another body.
 */
export function exampleCase(
  fields: Readonly<Record<string, string | undefined>> = {},
  body: string = BODY,
): string {
  const all = Object.entries({ ...PUBLISHED, ...fields })
  const lines = all.filter(([, value]) => value !== undefined).map(([key, value]) => `${key}: ${value}`)
  return `---\n${lines.join('\n')}\n---\n${body}`
}

/** The good body with one part replaced, for rules about sections. */
export function exampleBody(find: string, replace: string): string {
  return BODY.replace(find, replace)
}
