import { beforeAll, describe, expect, it } from 'vitest'
import { keeper } from '@/lib/access/viewer'
import { loadGazetteer } from '@/lib/operations/load-gazetteer'
import { lookUpActors, lookUpPlaces } from './name-lookup'
import { freshDatabase } from './test-database'

const db = await freshDatabase()
beforeAll(() => loadGazetteer(), 400_000)

/** "name country" of the first three answers. */
async function firstThree(typed: string): Promise<string[]> {
  const ids = await lookUpPlaces(keeper, typed, 3)
  const places = await db.prisma.place.findMany({ where: { id: { in: ids } }, include: { names: true } })
  return places.flatMap((place) => place.names.map(({ name }) => `${name} ${place.country}`))
}

const arabic = [
  ['درنه', 'درنة LY'],
  ['دربة', 'درنة LY'],
  ['بنغازى', 'بنغازي LY'],
  ['بنغزي', 'بنغازي LY'],
  ['بنعازي', 'بنغازي LY'],
  ['اجدابيا', 'أجدابيا LY'],
  ['اجدبيا', 'أجدابيا LY'],
  ['مصراته', 'مصراتة LY'],
  ['مصراتا', 'مصراتة LY'],
  ['طبرك', 'طبرق LY'],
  ['سبهاا', 'سبها LY'],
  ['الرقه', 'الرقة SY'],
  ['رقة', 'الرقة SY'],
  ['حلب', 'حلب SY'],
  ['حلاب', 'حلب SY'],
  ['ادلب', 'إدلب SY'],
  ['ادلپ', 'إدلب SY'],
  ['اذلب', 'إدلب SY'],
  ['دمشك', 'دمشق SY'],
  ['حمصص', 'حمص SY'],
  ['لاذقية', 'اللاذقية SY'],
  ['اللاذئية', 'اللاذقية SY'],
  ['دير الزوز', 'دير الزور SY'],
  ['الموصول', 'الموصل IQ'],
  ['بغدداد', 'بغداد IQ'],
  ['البصره', 'البصرة IQ'],
  ['صنعاا', 'صنعاء YE'],
  ['الحديده', 'الحديدة YE'],
  ['الخرطزم', 'الخرطوم SD'],
  ['خان يوسن', 'خان يونس PS'],
  ['كيييف', 'كييف UA'],
]

const latin = [
  ['Derna', 'Derna LY'],
  ['Dernah', 'Derna LY'],
  ['Drena', 'Derna LY'],
  ['Bengazi', 'Benghazi LY'],
  ['Benghasi', 'Benghazi LY'],
  ['Ajdabya', 'Ajdabiya LY'],
  ['Misratta', 'Misrata LY'],
  ['Tobruq', 'Tobruk LY'],
  ['Tripoly', 'Tripoli LY'],
  ['Alepo', 'Aleppo SY'],
  ['Aleppoo', 'Aleppo SY'],
  ['Idleb', 'Idlib SY'],
  ['Idlbi', 'Idlib SY'],
  ['Raka', 'Raqqa SY'],
  ['Ar Raqa', 'Raqqa SY'],
  ['Damascas', 'Damascus SY'],
  ['Palmyro', 'Palmyra SY'],
  ['Dier ez Zor', 'Deir ez-Zor SY'],
  ['Mosl', 'Mosul IQ'],
  ['Bagdad', 'Baghdad IQ'],
  ['Baghdat', 'Baghdad IQ'],
  ['Falluja', 'Fallujah IQ'],
  ['Kiev', 'Kyiv UA'],
  ['Kyev', 'Kyiv UA'],
  ['Kharkow', 'Kharkiv UA'],
  ['Mariuopl', 'Mariupol UA'],
  ['Odesa', 'Odesa UA'],
  ['Sanna', 'Sanaa YE'],
  ['Hodeida', 'Hodeidah YE'],
  ['Khartum', 'Khartoum SD'],
  ['Ramalah', 'Ramallah PS'],
  ['Mogadishou', 'Mogadishu SO'],
  ['Kabol', 'Kabul AF'],
]

describe('the right place is among the first three', () => {
  it.each([...arabic, ...latin])('%s → %s', async (typed, right) => {
    expect(await firstThree(typed ?? '')).toContain(right)
  })
})

it('is not led astray by wildcards or nothing', async () => {
  expect(await lookUpPlaces(keeper, '%', 3)).toEqual([])
  expect(await lookUpPlaces(keeper, '', 3)).toEqual([])
  expect(await lookUpPlaces(keeper, 'qqqqqqqq', 3)).toEqual([])
})

it('finds actors likewise, and by a part of their name', async () => {
  const actor = { kind: 'organisation', key: 'own:test' }
  const name = { lang: 'ar', name: 'مجلس شورى مجاهدي درنة', folded: 'مجلس شوري مجاهدي درنه' }
  const { id } = await db.prisma.actor.create({ data: { ...actor, names: { create: name } } })
  for (const typed of ['مجلس شورى', 'مجاهدى درنه', 'مجاهدو', 'اهدي'])
    expect(await lookUpActors(keeper, typed, 3)).toEqual([id])
  expect(await lookUpActors(keeper, 'بنغازي', 3)).toEqual([])
})
