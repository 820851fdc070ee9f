// The browser of the journeys: a Chromium of the machine, or else one that is installed for them.

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runToEnd } from './child.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/** The path of the machine's own Chromium, or undefined. */
export function systemChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(existsSync)
}

/** Makes sure that there is a browser: Debian's where we are root there, Playwright's own elsewhere. */
export async function ensureBrowser() {
  if (systemChromium()) return
  const { chromium } = await import('playwright')
  if (existsSync(chromium.executablePath())) return
  console.log('No Chromium here: installing one …')
  if (isRootOnDebian() && (await installFromDebian())) return
  const code = await runToEnd(process.execPath, [
    join('node_modules', 'playwright', 'cli.js'),
    'install',
    'chromium',
  ])
  if (code !== 0) throw new Error('No browser could be installed. Install Chromium and run the tests again.')
}

function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')
}

/** Gives whether it came. Where /tmp is closed to apt's own user, apt works as root. */
async function installFromDebian() {
  for (const options of [[], ['-o', 'APT::Sandbox::User=root']]) {
    const apt = (...args) =>
      runToEnd('apt-get', [...options, '-qq', ...args], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    const come =
      (await apt('update')) === 0 && (await apt('install', '-y', '--no-install-recommends', 'chromium')) === 0
    if (come && systemChromium()) return true
  }
  return false
}
