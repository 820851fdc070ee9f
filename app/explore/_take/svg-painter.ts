/** What the views draw by: as much of a canvas as they use. */
export type Painter = Pick<
  CanvasRenderingContext2D,
  | 'arc'
  | 'beginPath'
  | 'clearRect'
  | 'closePath'
  | 'direction'
  | 'fill'
  | 'fillRect'
  | 'fillStyle'
  | 'fillText'
  | 'font'
  | 'globalAlpha'
  | 'lineJoin'
  | 'lineTo'
  | 'lineWidth'
  | 'measureText'
  | 'moveTo'
  | 'setLineDash'
  | 'stroke'
  | 'strokeStyle'
  | 'strokeText'
  | 'textAlign'
  | 'textBaseline'
>

/** Draws as SVG what a view draws on a canvas. `measure` says how wide letters are. */
export class SvgPainter implements Painter {
  fillStyle: Painter['fillStyle'] = '#000'
  strokeStyle: Painter['strokeStyle'] = '#000'
  globalAlpha = 1
  lineWidth = 1
  lineJoin: CanvasLineJoin = 'miter'
  textAlign: CanvasTextAlign = 'start'
  textBaseline: CanvasTextBaseline = 'alphabetic'
  direction: CanvasDirection = 'ltr'
  font = '12px sans-serif'
  readonly #measure: Pick<CanvasRenderingContext2D, 'measureText'>
  readonly #parts: string[] = []
  #path = ''
  #dashes = ''

  constructor(measure: Pick<CanvasRenderingContext2D, 'measureText'>) {
    this.#measure = measure
  }

  /** The whole drawing, on a ground of this colour. */
  svg(width: number, height: number, ground: string, title: string): string {
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
      `<title>${escaped(title)}</title>`,
      `<rect width="${width}" height="${height}" fill="${escaped(ground)}"/>`,
      ...this.#parts,
      '</svg>\n',
    ].join('\n')
  }

  /** A drawing begins with it, on paper that is empty. */
  clearRect(): void {
    this.#parts.length = 0
  }

  beginPath(): void {
    this.#path = ''
  }

  moveTo(x: number, y: number): void {
    this.#path += `M${short(x)} ${short(y)}`
  }

  lineTo(x: number, y: number): void {
    this.#path += `L${short(x)} ${short(y)}`
  }

  closePath(): void {
    this.#path += 'Z'
  }

  /** Whole circles only. */
  arc(x: number, y: number, radius: number): void {
    const half = `A${short(radius)} ${short(radius)} 0 0 1`
    this.#path += `M${short(x - radius)} ${short(y)}${half} ${short(x + radius)} ${short(y)}${half} ${short(x - radius)} ${short(y)}Z`
  }

  setLineDash(dashes: readonly number[]): void {
    this.#dashes = dashes.length > 0 ? ` stroke-dasharray="${dashes.join(' ')}"` : ''
  }

  fill(): void {
    if (this.#path !== '') this.#add(`<path d="${this.#path}" fill="${escaped(String(this.fillStyle))}"`)
  }

  stroke(): void {
    const line = `stroke="${escaped(String(this.strokeStyle))}" stroke-width="${this.lineWidth}"`
    if (this.#path !== '') this.#add(`<path d="${this.#path}" fill="none" ${line}${this.#dashes}`)
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const at = `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`
    this.#add(`<rect ${at} fill="${escaped(String(this.fillStyle))}"`)
  }

  fillText(text: string, x: number, y: number): void {
    this.#write(text, x, y, `fill="${escaped(String(this.fillStyle))}"`)
  }

  strokeText(text: string, x: number, y: number): void {
    const line = `stroke="${escaped(String(this.strokeStyle))}" stroke-width="${this.lineWidth}"`
    this.#write(text, x, y, `fill="none" ${line} stroke-linejoin="${this.lineJoin}"`)
  }

  measureText(text: string): TextMetrics {
    return this.#measure.measureText(text)
  }

  #write(text: string, x: number, y: number, look: string): void {
    const anchor = { center: 'middle', end: 'end' }[String(this.textAlign)] ?? 'start'
    const font = /^([\d.]+px) (.*)$/.exec(this.font)
    const letters = `font-size="${font?.[1] ?? '12px'}" font-family="${escaped(font?.[2] ?? 'sans-serif')}"`
    const base = this.textBaseline === 'middle' ? ' dominant-baseline="central"' : ''
    this.#add(
      `<text x="${short(x)}" y="${short(y)}" direction="${this.direction}" text-anchor="${anchor}"${base} ${letters} ${look}`,
      `${escaped(text)}</text>`,
    )
  }

  #add(open: string, inside?: string): void {
    const alpha = this.globalAlpha === 1 ? '' : ` opacity="${short(this.globalAlpha)}"`
    this.#parts.push(inside === undefined ? `${open}${alpha}/>` : `${open}${alpha}>${inside}`)
  }
}

const short = (number: number): string => String(Math.round(number * 100) / 100)

const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => `&#${one.codePointAt(0)};`)
