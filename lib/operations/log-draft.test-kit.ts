import type { LogInput } from '@/lib/incident/log-draft'
import { type LogDraft, logDraft } from '@/lib/incident/log-draft'
import { fold } from '@/lib/text/fold'
import type { PrismaClient } from '@/prisma/generated/client'

/** A country, a town and two actors in the database: what a log needs to stand on. */
export async function seedRegistry(prisma: PrismaClient) {
  const place = async (
    key: string,
    kind: string,
    en: string,
    ar: string,
    parent: { id: number; path: number[] } | null,
  ) => {
    const row = await prisma.place.create({
      data: {
        key,
        kind,
        country: 'LY',
        parentId: parent?.id ?? null,
        lat: 32.76,
        lon: 22.64,
        names: {
          create: [
            { lang: 'en', name: en, folded: fold(en) },
            { lang: 'ar', name: ar, folded: fold(ar) },
          ],
        },
      },
    })
    return prisma.place.update({ where: { id: row.id }, data: { path: [...(parent?.path ?? []), row.id] } })
  }
  const actor = (key: string, en: string, ar: string) =>
    prisma.actor.create({
      data: {
        key,
        kind: 'rebel-group',
        names: {
          create: [
            { lang: 'en', name: en, folded: fold(en) },
            { lang: 'ar', name: ar, folded: fold(ar) },
          ],
        },
      },
    })
  const country = await place('iso:LY', 'country', 'Libya', 'ليبيا', null)
  const derna = await place('geonames:87205', 'city', 'Derna', 'درنة', country)
  const shura = await actor('sample:shura', 'Derna Shura Council', 'مجلس شورى مجاهدي درنة')
  const karama = await actor('sample:karama', 'Operation Dignity', 'عملية الكرامة')
  return { country, derna, shura, karama }
}

export type Registry = Awaited<ReturnType<typeof seedRegistry>>

/** Incident A of the Derna report, as a form would send it. */
function dernaInput({ derna, shura, karama }: Registry): LogInput {
  return {
    reports: [
      {
        key: 'report',
        outlet: 'Al Jazeera',
        agencies: ['Al Jazeera', 'Reuters'],
        publishedOn: '2017-07-30',
        publishedOnBasis: 'inferred',
        language: 'ar',
      },
    ],
    statements: [
      { key: 'outlet', channel: 'outlet', citedBy: ['report'] },
      {
        key: 'mansouri',
        actorId: shura.id,
        speakerName: 'محمد المنصوري',
        speakerRole: 'الناطق الإعلامي',
        channel: 'social-media',
        citedBy: ['report'],
      },
    ],
    incidents: [
      {
        key: 'a',
        title: { ar: 'هجوم على موقعين جنوب درنة', en: 'Attack on two positions south of Derna' },
        summary: {},
        kind: 'armed-clash',
        when: { start: null, end: '2017-07-30', precision: 'day', open: 'on-or-before' },
        where: {
          placeId: derna.id,
          precision: 'near',
          sites: [
            { key: 'quarries', kind: 'quarry', name: { ar: 'الكسارات' }, precision: 'near' },
            { key: 'school', kind: 'school', name: { ar: 'مدرسة الأردام' }, precision: 'near' },
          ],
        },
        parties: [
          { key: 'shura', actorId: shura.id, part: 'initiator' },
          { key: 'karama', actorId: karama.id, part: 'target' },
        ],
        claims: [
          {
            key: 'four',
            statement: 'outlet',
            report: 'report',
            quote: 'قتل أربعة أشخاص',
            says: {
              subject: 'casualties',
              party: 'karama',
              outcome: 'killed',
              operator: 'exactly',
              point: 4,
            },
          },
          {
            key: 'five',
            statement: 'outlet',
            report: 'report',
            quote: 'وجرح ما لا يقل عن خمسة آخرين',
            says: {
              subject: 'casualties',
              party: 'karama',
              outcome: 'wounded',
              operator: 'at-least',
              min: 5,
            },
          },
          {
            key: 'vehicles',
            statement: 'mansouri',
            report: 'report',
            quote: 'استولت على أربع سيارات',
            says: {
              subject: 'equipment',
              category: 'armed-vehicle',
              outcome: 'captured',
              owner: 'karama',
              operator: 'exactly',
              point: 4,
            },
          },
        ],
        conflictSets: [],
        links: [],
      },
    ],
  } as LogInput
}

export const dernaLog = (registry: Registry): LogDraft => logDraft.parse(dernaInput(registry))
