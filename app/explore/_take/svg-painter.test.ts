import { expect, it } from 'vitest'
import { SvgPainter } from './svg-painter'

const painter = () => new SvgPainter({ measureText: (text) => ({ width: 6 * text.length }) as TextMetrics })

it('writes bars, lines and words with what they are drawn by', () => {
  const paper = painter()
  paper.fillStyle = '#abc'
  paper.globalAlpha = 0.5
  paper.fillRect(1.234, 2, 3, 4)
  paper.globalAlpha = 1
  paper.strokeStyle = '#def'
  paper.lineWidth = 2
  paper.beginPath()
  paper.moveTo(0, 0.5)
  paper.lineTo(10, 0.5)
  paper.stroke()
  paper.direction = 'rtl'
  paper.fillText('تموز 2017', 5, 6)
  const svg = paper.svg(100, 50, '#fff', 'Timeline')
  expect(svg).toContain('<rect x="1.23" y="2" width="3" height="4" fill="#abc" opacity="0.5"/>')
  expect(svg).toContain('<path d="M0 0.5L10 0.5" fill="none" stroke="#def" stroke-width="2"/>')
  expect(svg).toContain('direction="rtl"')
  expect(svg).toContain('>تموز 2017</text>')
})

it('begins anew on empty paper, and lets no words be markup', () => {
  const paper = painter()
  paper.fillRect(0, 0, 1, 1)
  paper.clearRect()
  paper.fillText('<script>"&\'', 0, 0)
  const svg = paper.svg(10, 10, '"><script>', '</title><script>')
  expect(svg).not.toContain('<script')
  expect(svg.match(/<rect/g)).toHaveLength(1)
})
