// The architecture as rules. ARCHITECTURE.md draws the picture; each edge that is forbidden here
// says why, so that whoever meets it knows where the line of code belongs instead.

const PURE =
  '^src/(lib|model|parse|feedback|privacy|library|store|taxonomy|rules|review|forge|search|life|draft|import|format|scaffold|figures|reply|tutorial|report)/'

/** Rooms from the bottom up: each may import those before it, and those listed with it in `beside`. */
const ROOMS = [
  ['lib', []],
  ['model', ['lib']],
  ['parse', ['lib', 'model']],
  // What readers say of cases, as lines; nothing of what a case says.
  ['feedback', ['lib', 'model']],
  ['privacy', ['lib', 'model']],
  ['library', ['lib', 'model', 'parse']],
  ['rules', ['lib', 'model', 'parse', 'privacy', 'library']],
  // Judges approvals and no text: what lint has to say of a case reaches it by nobody.
  ['review', ['lib', 'model', 'parse', 'feedback', 'library']],
  ['forge', ['lib', 'model']],
  ['store', ['lib', 'model', 'library']],
  ['search', ['lib', 'model', 'library', 'store']],
  ['web', ['lib', 'model', 'library', 'store', 'search']],
  ['taxonomy', ['lib', 'model', 'parse', 'library']],
  // Rewrites cases with the splices of taxonomy/, and reads links as the rules do.
  ['life', ['lib', 'model', 'parse', 'feedback', 'library', 'rules', 'review', 'taxonomy']],
  ['draft', ['lib', 'model', 'parse', 'privacy', 'library']],
  // Records of other systems as drafts: what they say is mapped and masked here, files are read and written elsewhere.
  ['import', ['lib', 'model', 'parse', 'privacy', 'library', 'draft']],
  ['format', ['lib', 'model', 'parse', 'library']],
  ['scaffold', ['lib', 'model', 'parse', 'draft']],
  // A case as a message to a customer; who may see what is as the rules judge it.
  ['reply', ['lib', 'model', 'library', 'rules']],
  ['figures', ['lib', 'model', 'feedback', 'library', 'review']],
  // What each kind of user types in a sandbox, as data; it runs elsewhere.
  ['tutorial', ['lib']],
  [
    'report',
    [
      'lib',
      'model',
      'parse',
      'feedback',
      'privacy',
      'library',
      'rules',
      'review',
      'store',
      'search',
      'taxonomy',
      'life',
      'import',
      'figures',
      'reply',
    ],
  ],
  ['io', ['lib', 'model', 'library', 'forge', 'store']],
  [
    'workspace',
    [
      'lib',
      'model',
      'parse',
      'feedback',
      'privacy',
      'library',
      'rules',
      'review',
      'forge',
      'store',
      'search',
      'taxonomy',
      'life',
      'draft',
      'import',
      'format',
      'reply',
      'figures',
      'tutorial',
      'io',
    ],
  ],
  [
    'commands',
    [
      'lib',
      'model',
      'parse',
      'feedback',
      'privacy',
      'library',
      'rules',
      'review',
      'forge',
      'store',
      'search',
      'taxonomy',
      'life',
      'draft',
      'import',
      'format',
      'scaffold',
      'reply',
      'figures',
      'tutorial',
      'report',
      'io',
      'workspace',
    ],
  ],
  ['cli', ['lib', 'model', 'tutorial', 'io', 'commands', 'workspace', 'rules']],
]

const roomRules = ROOMS.map(([room, may]) => ({
  name: `${room}-imports`,
  severity: 'error',
  comment: `${room}/ may import ${may.length === 0 ? 'no other room' : may.join(', ')}. What two siblings share moves to a room below both; what joins siblings belongs in workspace/ or commands/.`,
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: [`^src/${room}/`, ...may.map(other => `^src/${other}/`)] },
}))

const only = (name, packages, rooms, comment) => ({
  name: `${name}-only`,
  severity: 'error',
  comment,
  from: { path: '^src/', pathNot: rooms },
  to: { path: packages },
})

export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment:
        'Data flows one way; a circle means that two files are one subject or that a type belongs below.',
      from: { path: '^src' },
      to: { circular: true },
    },
    ...roomRules,
    {
      name: 'pure-middle',
      severity: 'error',
      comment:
        'These rooms turn values into values. Files, processes, sockets and the clock belong in io/; pass what you need as an argument.',
      from: { path: PURE },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?url$' },
    },
    {
      name: 'web-in-browsers',
      severity: 'error',
      comment: 'web/ runs where there is no Node: what it needs of the world it asks of fetch.',
      from: { path: '^src/web/' },
      to: { dependencyTypes: ['core'] },
    },
    only(
      'fs',
      '^(node:)?(fs|fs/promises|child_process|http|https|net)$',
      ['^src/io/'],
      'Only io/ touches files, processes and the network.',
    ),
    only(
      'commander',
      'node_modules/commander',
      ['^src/cli/'],
      'Commands take plain options; only cli/ knows how they were written.',
    ),
    only(
      'terminal',
      'node_modules/(chalk|inquirer|simple-git|@octokit/[^/]+)/',
      ['^src/io/'],
      'The terminal, git and forges are reached through io/, where their hazards are fenced in.',
    ),
    only(
      'parsers',
      'node_modules/(ajv|yaml|gray-matter|re2js)/',
      ['^src/parse/'],
      'Text becomes values at one door, parse/.',
    ),
    only(
      'markdown',
      'node_modules/(unified|remark[^/]*|mdast[^/]*)/',
      ['^src/(parse|report|import)/'],
      'Markdown is parsed in parse/, laid out in report/ and made of HTML in import/.',
    ),
    only(
      'exports',
      'node_modules/(csv-parse|hucre|mammoth|rehype[^/]*)/',
      ['^src/import/', '^src/parse/read-ticket-rows\\.ts$'],
      'Exports of other systems are read in import/, each package loaded when its format asks for it; tables of tickets that reports are joined with, in parse/.',
    ),
    only(
      'lunr',
      'node_modules/lunr/',
      ['^src/search/'],
      'Lunr is the engine of search/ and of nothing else.',
    ),
    {
      name: 'no-test-code',
      severity: 'error',
      comment: 'The product does not depend on its tests or benchmarks.',
      from: { path: '^src' },
      to: { path: '^(test|bench|scripts)/' },
    },
    {
      name: 'no-dev-dependency',
      severity: 'error',
      comment: 'What src/ imports is installed for users: it belongs in dependencies.',
      from: { path: '^src' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'The import leads nowhere.',
      from: { path: '^src' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
