import { describe, expect, it } from 'vitest'
import { cleanArabicName, namesAgree } from './arabic-name'

describe('cleanArabicName', () => {
  it.each([
    ['طَرَابُلُس', 'طرابلس'],
    ['الأبيار\u200e', 'الأبيار'],
    ['شعبية المرج', 'المرج'],
    ['زُوارة', 'زوارة'],
    ['برکی برک', 'بركي برك'],
    ['حلب (مدينة)', 'حلب'],
    ['مدينة الصدر', 'مدينة الصدر'],
    ['Kufra', null],
    ['پ', null],
  ])('%s → %s', (raw, name) => {
    expect(cleanArabicName(raw)).toBe(name)
  })
})

describe('namesAgree', () => {
  it.each([
    ['Sabhā', 'سبها'],
    ['Darnah', 'درنة'],
    ['Al Bayḑā’', 'البيضاء'],
    ['Ajdabiya', 'إجدابيا'],
    ['Benghazi', 'بنغازي'],
    ['Şabrātah', 'صبراتة'],
    ['Ash Shaykh Miskīn', 'الشيخ مسكين'],
    ['Mogadishu', 'مقديشو'],
    ['Kyiv', 'كييف'],
    ['Dayr az Zawr', 'دير الزور'],
    ['Ţubruq', 'طبرق'],
  ])('%s is %s', (latin, arabic) => {
    expect(namesAgree(latin, arabic)).toBe(true)
  })

  it.each([
    ['Sabhā', 'صبحا'],
    ['Green Valley', 'الوادي الأخضر'],
    ['Darnah', 'طبرق'],
    ['Rocky Point', 'نقطة صخرية'],
  ])('%s is not %s', (latin, arabic) => {
    expect(namesAgree(latin, arabic)).toBe(false)
  })
})
