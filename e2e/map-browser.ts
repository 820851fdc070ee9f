import { systemChromium } from '../lib/commands/browser.mjs'

/** A map is drawn by WebGL: where there is no graphics card, by a processor that plays one. */
export const mapBrowser = {
  executablePath: systemChromium(),
  chromiumSandbox: process.getuid?.() !== 0,
  args: [
    ...['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--no-first-run', '--disable-quic'],
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ],
}
