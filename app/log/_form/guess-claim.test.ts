import { describe, expect, it } from 'vitest'
import { guessClaim } from './guess-claim'

describe('what a quote is about', () => {
  it.each([
    ['قتل أربعة أشخاص', { subject: 'casualties', outcome: 'killed' }],
    ['وجرح ما لا يقل عن خمسة آخرين', { subject: 'casualties', outcome: 'wounded' }],
    ['مما أدى إلى مقتل قائدها', { subject: 'casualties', outcome: 'killed' }],
    ['جرى احتجاز طاقمها المكون من فردين', { subject: 'casualties', outcome: 'captured' }],
    [
      'استولت على أربع سيارات مجهزة بأسلحة ثقيلة',
      { subject: 'equipment', category: 'armed-vehicle', outcome: 'captured' },
    ],
    ['وأعطبت ثلاث دبابات', { subject: 'equipment', category: 'tank', outcome: 'disabled' }],
    ['أسقطت قوات المجلس طائرة حربية', { subject: 'equipment', category: 'warplane', outcome: 'shot-down' }],
    ['أسلحة عثر عليها مقاتلو المجلس', { subject: 'equipment', category: 'weapons', outcome: 'captured' }],
    ['جاءت ردا على الاعتداءات المتكررة', { subject: 'motive' }],
    ['at least five people were wounded', { subject: 'casualties', outcome: 'wounded' }],
    ['three tanks were destroyed', { subject: 'equipment', category: 'tank', outcome: 'destroyed' }],
  ])('%s', (quote, guess) => {
    expect(guessClaim(quote)).toEqual(guess)
  })

  it('says nothing where no word tells', () => {
    expect(guessClaim('في بيان صدر أمس')).toBeNull()
    expect(guessClaim('')).toBeNull()
  })
})
