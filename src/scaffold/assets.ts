/** The raw texts of the package's `templates/` folder, by path below it: `case.zh.md`, `init/gitignore`. */
export type Assets = ReadonlyMap<string, string>

/**
 * One shipped text with LF line ends.
 * @throws Error when the package is incomplete
 */
export function assetText(assets: Assets, path: string): string {
  const text = assets.get(path)
  if (text === undefined) throw new Error(`templates/${path} is missing from the package`)
  return text.replace(/\r\n?/g, '\n')
}

/**
 * One shipped text with its `{{name}}` places filled. Values go in as they are, once.
 * @throws Error for a place without a value
 */
export function fillAsset(assets: Assets, path: string, values: Readonly<Record<string, string>>): string {
  return assetText(assets, path).replace(/\{\{([a-z_]+)\}\}/g, (whole, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`templates/${path}: nothing to put into ${whole}`)
    return value
  })
}
