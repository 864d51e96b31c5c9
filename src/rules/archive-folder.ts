import { exampleCase } from './example.js'
import { isRefused } from './refused.js'
import { defineRule, NO_OPTIONS, type Rule } from './rule.js'

export const archiveFolder: Rule = defineRule({
  id: 'archive-folder',
  scope: 'case',
  severity: 'warning',
  summary: {
    en: 'Archived cases stand in the archive folder, and living ones do not.',
    zh: '已归档的案例放在归档文件夹，在用的案例不放在那里。',
  },
  why: {
    en: 'Whoever browses the folders should see what is in force without opening files. Move the file (its id, and so every citation, stays the same) or correct the status. Superseded and withdrawn cases may stand in either folder.',
    zh: '浏览文件夹时，应当不打开文件就知道哪些案例在用。请移动文件（id 不变，引用也就不受影响），或更正状态。被取代和已撤回的案例放在哪个文件夹都可以。',
  },
  messages: {
    outside: {
      en: 'The status is `archived`, but the file stands outside the archive folder. Move it to {target}.',
      zh: '状态是 `archived`，但文件不在归档文件夹。请移到 {target}。',
    },
    inside: {
      en: 'The file stands in the archive folder, but the status is `{status}`. Set `status: archived`, or move the file to {target}.',
      zh: '文件在归档文件夹，但状态是 `{status}`。请改为 `status: archived`，或把文件移到 {target}。',
    },
  },
  options: NO_OPTIONS,
  examples: {
    good: { 'archive/home-router/a.md': exampleCase({ status: 'archived' }) },
    bad: { 'cases/home-router/a.md': exampleCase({ status: 'archived' }) },
  },
  mayFind: ({ case: { status, archived } }) => (status === 'archived') !== archived,
  *check({ case: found, file, library }) {
    const { status, path, archived } = found
    if (isRefused(file, '/status') || status === 'superseded' || status === 'withdrawn') return
    const { cases, archive } = library.config.folders
    const at = found.fields.get('/status')?.value
    if (status === 'archived' && !archived) {
      yield { code: 'outside', args: { target: archive + path.slice(cases.length) }, at }
    } else if (status !== 'archived' && archived) {
      yield { code: 'inside', args: { status, target: cases + path.slice(archive.length) }, at }
    }
  },
})
