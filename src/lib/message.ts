/** The languages that casectl speaks. Rule ids, flags and JSON are never translated. */
export type Language = 'en' | 'zh'

/** One sentence in every language. A missing translation does not compile. */
export interface Message {
  readonly en: string
  readonly zh: string
}

/** Messages by code. */
export type Messages = Readonly<Record<string, Message>>

/** The names between braces: `Placeholders<'{a} of {b}'>` is `'a' | 'b'`. */
export type Placeholders<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never

/** The arguments that a message asks for, read from its sentences. */
export type Arguments<M extends Message> = {
  readonly [K in Placeholders<M['en']> | Placeholders<M['zh']>]: string | number
}

export type AnyArguments = Readonly<Record<string, string | number>>

/** Puts arguments into both sentences: `fill({en: '{n} cases', zh: '{n} 个案例'}, {n: 3})`. */
export function fill(message: Message, args: AnyArguments): Message {
  return { en: fillText(message.en, args), zh: fillText(message.zh, args) }
}

function fillText(text: string, args: AnyArguments): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(args, name) ? String(args[name]) : whole,
  )
}

/**
 * The language of a locale such as `zh_CN.UTF-8`; every locale that is not Chinese reads English.
 * Undefined for an empty one, so that the next source can answer.
 */
export function languageOf(locale: string | undefined): Language | undefined {
  if (locale === undefined || locale === '') return undefined
  return /^zh\b|^zh_|^chinese/i.test(locale) ? 'zh' : 'en'
}
