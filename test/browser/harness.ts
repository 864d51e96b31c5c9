/** All that it takes to watch a browser search: for the tests and for the measurements. */
export { startChromium } from './chromium.js'
export { SearchPage } from './search-page.js'
export { serve } from './static-server.js'
