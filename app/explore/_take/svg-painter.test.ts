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

it('writes filled shapes, circles, dashes and words with a rim', () => {
  const paper = painter()
  paper.fillStyle = '#abc'
  paper.beginPath()
  paper.arc(5, 6, 2)
  paper.fill()
  paper.beginPath()
  // Nothing was traced: nothing is drawn.
  paper.stroke()
  paper.setLineDash([3, 2])
  paper.moveTo(1, 2)
  paper.lineTo(3, 4)
  paper.closePath()
  paper.stroke()
  paper.setLineDash([])
  paper.stroke()
  paper.textAlign = 'center'
  paper.textBaseline = 'middle'
  paper.lineJoin = 'round'
  paper.strokeText('Derna', 1, 2)
  const svg = paper.svg(10, 10, '#fff', 'Map')
  expect(svg).toContain('<path d="M3 6A2 2 0 0 1 7 6A2 2 0 0 1 3 6Z" fill="#abc"/>')
  expect(svg.match(/<path/g)).toHaveLength(3)
  expect(svg.match(/d="M1 2L3 4Z" fill="none"/g)).toHaveLength(2)
  expect(svg.match(/stroke-dasharray="3 2"/g)).toHaveLength(1)
  expect(svg).toMatch(
    /text-anchor="middle" dominant-baseline="central".* fill="none" stroke="#000".* stroke-linejoin="round">Derna</,
  )
})
