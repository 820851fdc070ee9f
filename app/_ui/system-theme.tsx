// Runs before the first paint, so that a dark device never flashes light; then follows the device.
const follow = `(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const show = () => { document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light' };
  dark.addEventListener('change', show); show();
})()`

/** Gives the page the device's colours where the reader chose none. */
export function SystemTheme({ nonce }: { nonce: string | undefined }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, without any input
  return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: follow }} suppressHydrationWarning />
}
