import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * Starts the Chromium of this machine without a window.
 * @throws Error that says how to get one
 */
export async function startChromium(): Promise<Browser> {
  const executablePath = [process.env['CHROMIUM'] ?? '', ...PLACES].find(place => existsSync(place))
  if (executablePath === undefined) {
    throw new Error(
      'This needs Chromium. Debian: apt-get install chromium. Elsewhere set CHROMIUM to the program.',
    )
  }
  // Containers run as root and have a small /dev/shm.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}
