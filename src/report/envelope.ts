/** Version of the JSON that commands print; a change that breaks readers raises it. */
const JSON_VERSION = 1

/** The envelope of `--json`: which version of the format, which command. */
export function envelope(command: string, content: object): object {
  return { casectl: JSON_VERSION, command, ...content }
}
