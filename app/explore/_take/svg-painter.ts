/** What the views draw by: as much of a canvas as they use. */
export type Painter = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'clearRect'
  | 'direction'
  | 'fillRect'
  | 'fillStyle'
  | 'fillText'
  | 'font'
  | 'globalAlpha'
  | 'lineTo'
  | 'lineWidth'
  | 'measureText'
  | 'moveTo'
  | 'stroke'
  | 'strokeStyle'
  | 'textAlign'
  | 'textBaseline'
>

/** Draws as SVG what a view draws on a canvas. `measure` says how wide letters are. */
export class SvgPainter implements Painter {
  fillStyle: Painter['fillStyle'] = '#000'
  strokeStyle: Painter['strokeStyle'] = '#000'
  globalAlpha = 1
  lineWidth = 1
  textAlign: CanvasTextAlign = 'start'
  textBaseline: CanvasTextBaseline = 'alphabetic'
  direction: CanvasDirection = 'ltr'
  font = '12px sans-serif'
  readonly #measure: Pick<CanvasRenderingContext2D, 'measureText'>
  readonly #parts: string[] = []
  #path = ''

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

  stroke(): void {
    const { strokeStyle, lineWidth } = this
    this.#add(
      `<path d="${this.#path}" fill="none" stroke="${escaped(String(strokeStyle))}" stroke-width="${lineWidth}"`,
    )
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const at = `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`
    this.#add(`<rect ${at} fill="${escaped(String(this.fillStyle))}"`)
  }

  fillText(text: string, x: number, y: number): void {
    const anchor = this.textAlign === 'end' ? 'end' : 'start'
    const font = /^([\d.]+px) (.*)$/.exec(this.font)
    this.#add(
      `<text x="${short(x)}" y="${short(y)}" direction="${this.direction}" text-anchor="${anchor}" font-size="${font?.[1] ?? '12px'}" font-family="${escaped(font?.[2] ?? 'sans-serif')}" fill="${escaped(String(this.fillStyle))}"`,
      `${escaped(text)}</text>`,
    )
  }

  measureText(text: string): TextMetrics {
    return this.#measure.measureText(text)
  }

  #add(open: string, inside?: string): void {
    const alpha = this.globalAlpha === 1 ? '' : ` opacity="${this.globalAlpha}"`
    this.#parts.push(inside === undefined ? `${open}${alpha}/>` : `${open}${alpha}>${inside}`)
  }
}

const short = (number: number): string => String(Math.round(number * 100) / 100)

const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => `&#${one.codePointAt(0)};`)
