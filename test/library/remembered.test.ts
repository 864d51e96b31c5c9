import { expect, test } from 'vitest'
import { rememberedCase, rememberedFile } from '../../src/library/remembered.js'
import type { Case, CaseFile } from '../../src/model/case.js'
import { Workspace } from '../../src/workspace/workspace.js'

/** Every property, those of the prototype too. */
function all(found: object): Record<string, unknown> {
  const names = new Set<string>()
  for (let one = found; one !== Object.prototype; one = Object.getPrototypeOf(one)) {
    for (const name of Object.getOwnPropertyNames(one)) if (name !== 'constructor') names.add(name)
  }
  return Object.fromEntries([...names].map(name => [name, found[name as keyof object]]))
}

test.each([true, false])(
  'a remembered case is the case, and reads its file once at most (%s)',
  async kept => {
    const { files } = await (await Workspace.open('.')).library()
    expect(files.length).toBeGreaterThan(50)
    for (const file of files) {
      const found = file.case as Case
      const record = JSON.parse(JSON.stringify(rememberedCase(found, kept)))
      const read: string[] = []
      const load = (path: string): CaseFile => {
        read.push(path)
        return file
      }
      const remembered = rememberedFile({ path: file.path, problems: [], kept: record }, load)
      expect([remembered.case?.id, remembered.case?.sound]).toEqual([found.id, found.sound])
      expect(read).toEqual([])
      expect([remembered.case?.title, remembered.case?.supersededBy]).toEqual([
        found.title,
        found.supersededBy,
      ])
      expect(read).toEqual(kept ? [] : [file.path])
      expect(all(remembered.case as Case)).toEqual(all(found))
      expect(remembered.text).toBe(file.text)
      expect(read).toEqual([file.path])
    }
  },
)

test('a file without a case, and one that is gone by now', () => {
  const gone: CaseFile = { path: 'cases/a.md', text: '', problems: [] }
  const broken = rememberedFile({ path: 'cases/a.md', problems: [] }, () => gone)
  expect('case' in broken).toBe(false)
  const kept = { id: 'CASE-7F3KQ', sound: true, attachments: [], seldom: '{"title":"x"}' }
  const remembered = rememberedFile({ path: 'cases/a.md', problems: [], kept }, () => gone)
  expect(remembered.case?.body.text).toBe('')
  expect(remembered.case?.fields.size).toBe(0)
})
