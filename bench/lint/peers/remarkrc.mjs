// What casectl looks at as well: front matter, GitHub's tables, and the recommended rules of remark-lint.
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import recommended from 'remark-preset-lint-recommended'

export default { plugins: [remarkFrontmatter, remarkGfm, recommended] }
