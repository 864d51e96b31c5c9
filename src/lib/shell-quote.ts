/** One word for sh, bash and zsh, whatever it holds (POSIX.1-2017, Shell Command Language, 2.2.2). */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
