import { type Check, symptom } from './check.js'

/** The configuration and the taxonomy can be read. */
export const settings: Check = {
  name: 'settings',
  async look({ trouble }) {
    if (trouble === undefined) return [symptom('settings', 'ok', OK)]
    const { text, hint, details } = trouble
    const lines = (language: 'en' | 'zh'): string =>
      [text[language], ...details.map(detail => `  ${detail[language]}`)].join('\n')
    return [symptom('settings', 'error', { en: lines('en'), zh: lines('zh') }, {}, hint)]
  },
}

const OK = { en: 'Configuration and taxonomy hold.', zh: '配置和术语表有效。' }
