import { intakeFields } from '../draft/intake.js'
import { oneLine } from '../draft/sentence.js'
import { templateNames } from '../draft/template.js'
import type { Language } from '../lib/message.js'
import { byCodeUnit } from '../lib/text.js'
import { KINDS, type RepoPath } from '../model/case.js'
import { Taxonomy, type TaxonomyData } from '../model/taxonomy.js'
import { yamlList } from '../parse/yaml-scalar.js'
import { type ScaffoldAnswers, writtenLanguage } from './answers.js'
import { type Assets, assetText, fillAsset } from './assets.js'
import { exampleDraft } from './example.js'
import { githubForm, gitlabForm } from './intake-form.js'
import { starterTaxonomy } from './starter-taxonomy.js'
import { taxonomyYaml } from './taxonomy-yaml.js'

/**
 * The files of a new library, by path, in the order of their paths.
 * @param assets the package's `templates/` folder
 */
export function scaffold(answers: ScaffoldAnswers, assets: Assets): ReadonlyMap<RepoPath, string> {
  const language = writtenLanguage(answers.languages)
  const data = starterTaxonomy(answers.products)
  const files = [
    ...libraryFiles(answers, language, data, assets),
    ...caseTemplates(answers.languages, assets),
    ...forgeFiles(answers, language, data, assets),
  ]
  return new Map(files.sort(([a], [b]) => byCodeUnit(a, b)))
}

type Files = [RepoPath, string][]

function libraryFiles(
  answers: ScaffoldAnswers,
  language: Language,
  data: TaxonomyData,
  assets: Assets,
): Files {
  const example = exampleDraft(answers, language, assets)
  const name = oneLine(answers.name)
  const readme = { name, version: answers.version, example_id: answers.exampleId, example_path: example.path }
  const config = {
    name,
    prefix: answers.idPrefix,
    languages: yamlList(answers.languages),
    audience: answers.audience,
    products: yamlList((data.facets['product']?.terms ?? []).map(term => term.id)),
  }
  return [
    ['.gitattributes', assetText(assets, 'init/gitattributes')],
    ['.gitignore', assetText(assets, 'init/gitignore')],
    ['README.md', fillAsset(assets, `init/readme.${language}.md`, readme)],
    ['casectl.config.yml', fillAsset(assets, `init/config.${language}.yml`, config)],
    ['synonyms.yml', assetText(assets, `init/synonyms.${language}.yml`)],
    ['taxonomy.yml', taxonomyYaml(data)],
    [example.path, example.text],
  ]
}

/** The case templates of the library's languages, to be changed there; English for a language of which we have none. */
function caseTemplates(languages: readonly string[], assets: Assets): Files {
  const names = KINDS.flatMap(kind =>
    languages.map(
      language => templateNames(kind, language).find(name => assets.has(name)) ?? `${kind}.en.md`,
    ),
  )
  return [...new Set(names)].map(name => [`templates/${name}`, assetText(assets, name)])
}

function forgeFiles(answers: ScaffoldAnswers, language: Language, data: TaxonomyData, assets: Assets): Files {
  const { forge, version } = answers
  const fields = intakeFields(new Taxonomy(data))
  const request = assetText(assets, `init/pull-request.${language}.md`)
  const owners = assetText(assets, 'init/codeowners')
  const files: Files = []
  if (forge !== 'gitlab') {
    files.push(
      ['.github/workflows/casectl.yml', fillAsset(assets, 'init/github-workflow.yml', { version })],
      ['.github/pull_request_template.md', request],
      ['.github/ISSUE_TEMPLATE/case-intake.yml', githubForm(fields, language)],
    )
  }
  if (forge !== 'github') {
    files.push(
      ['.gitlab-ci.yml', fillAsset(assets, 'init/gitlab-ci.yml', { version })],
      ['.gitlab/merge_request_templates/Default.md', request],
      ['.gitlab/issue_templates/case-intake.md', gitlabForm(fields, language)],
    )
  }
  // Both forges read a file at the root; with GitHub alone it stays out of sight.
  files.push([forge === 'github' ? '.github/CODEOWNERS' : 'CODEOWNERS', owners])
  return files
}
