/**
 * Remembers what was made of the latest key, for what several ask of one thing after the other. A
 * `WeakMap` would do, but filling it and having it swept costs more than most of what is remembered.
 */
export function ofLatest<K extends object, V>(make: (key: K) => V): (key: K) => V {
  let latest: { readonly key: K; readonly made: V } | undefined
  return key => {
    if (latest?.key !== key) latest = { key, made: make(key) }
    return latest.made
  }
}
