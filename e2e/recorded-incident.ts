import type { APIRequestContext } from 'playwright/test'

/** Records two incidents as the log page would: an attack with differing counts, an aircraft with disputed crew. */
export async function recordPair(request: APIRequestContext) {
  const place = await foundPlace(request, 'Derna')
  const shura = await addedActor(request, { ar: 'مجلس شورى درنة', en: 'Derna council' }, 'rebel-group')
  const karama = await addedActor(request, { ar: 'عملية الكرامة', en: 'Operation Dignity' }, 'state-forces')
  const log = pairLog(place, shura, karama)
  const response = await request.post('/api/log', { data: { log, anyway: true } })
  if (response.status() !== 201) throw new Error(await response.text())
  const { incidents } = (await response.json()) as { incidents: { key: string; code: string }[] }
  const codeOf = (key: string) => incidents.find((incident) => incident.key === key)?.code ?? ''
  return { attack: codeOf('attack'), aircraft: codeOf('aircraft') }
}

/** Changes a stored incident as the log page would: reads its log, lets `edit` change it, records it again. */
export async function change(request: APIRequestContext, code: string, edit: (incident: Incident) => void) {
  const { log } = (await (await request.get(`/api/incidents/${code}/log`)).json()) as {
    log: { incidents: Incident[] }
  }
  for (const incident of log.incidents) edit(incident)
  const response = await request.post('/api/log', { data: { log, anyway: true } })
  if (response.status() !== 201) throw new Error(await response.text())
}

export interface Incident {
  title: { ar: string | null; en: string | null }
  claims: { key: string; says: { operator?: string; point?: number | null } }[]
  conflictSets: { alternatives: { key: string }[]; decided: string | null; decidedWhy: string | null }[]
}

interface Place {
  id: number
  point: { lat: number; lon: number }
}

async function foundPlace(request: APIRequestContext, name: string): Promise<Place> {
  const response = await request.get(`/api/places?q=${encodeURIComponent(name)}`)
  const { places } = (await response.json()) as { places: (Place & { kind: string; country: string })[] }
  const town = places.find((place) => place.kind === 'city' && place.country === 'LY')
  if (!town) throw new Error(`the gazetteer has no town ${name}`)
  return town
}

async function addedActor(request: APIRequestContext, names: { ar: string; en: string }, kind: string) {
  const response = await request.post('/api/actors', { data: { names, kind, country: 'LY', partOf: null } })
  if (response.status() !== 201) throw new Error(await response.text())
  return ((await response.json()) as { actor: { id: number } }).actor.id
}

function pairLog(place: Place, shura: number, karama: number) {
  const parties = [
    { key: 'p1', actorId: shura, part: 'initiator' },
    { key: 'p2', actorId: karama, part: 'target' },
  ]
  const people = { subject: 'casualties', party: 'p2' }
  const plane = { subject: 'equipment', category: 'warplane', outcome: 'shot-down', owner: 'p2' }
  return {
    reports: [
      {
        key: 'r1',
        outlet: 'موقع إخباري',
        agencies: ['وكالة'],
        url: 'https://news.example/derna',
        publishedOn: '2017-07-30',
        publishedOnBasis: 'inferred',
        language: 'ar',
      },
      { key: 'r2', outlet: 'Another outlet', language: 'en' },
    ],
    statements: [
      { key: 'outlet', channel: 'outlet', citedBy: ['r1'] },
      { key: 'other', channel: 'outlet', citedBy: ['r2'] },
      { key: 'm', actorId: shura, speakerName: 'محمد المنصوري', channel: 'social-media', citedBy: ['r1'] },
      { key: 'h', actorId: karama, speakerName: 'ناصر الحاسي', channel: 'statement', citedBy: ['r1'] },
    ],
    incidents: [
      {
        key: 'attack',
        title: { ar: 'هجوم على موقعين', en: 'Attack on two positions' },
        summary: {},
        kind: 'armed-clash',
        when: { start: null, end: '2017-07-30', precision: 'day', open: 'on-or-before' },
        where: {
          placeId: place.id,
          point: place.point,
          precision: 'near',
          sites: [
            {
              key: 's1',
              kind: 'quarry',
              name: { ar: 'الكسارات', en: 'The quarries' },
              point: { lat: place.point.lat - 0.05, lon: place.point.lon - 0.05 },
              precision: 'near',
            },
          ],
        },
        parties,
        claims: [
          {
            key: 'four',
            statement: 'outlet',
            report: 'r1',
            quote: 'قتل أربعة أشخاص',
            says: { ...people, outcome: 'killed', operator: 'exactly', point: 4 },
          },
          {
            key: 'five',
            statement: 'other',
            report: 'r2',
            quote: 'five were killed',
            says: { ...people, outcome: 'killed', operator: 'exactly', point: 5 },
          },
          {
            key: 'wounded',
            statement: 'outlet',
            report: 'r1',
            says: { ...people, outcome: 'wounded', operator: 'at-least', min: 5 },
          },
        ],
        links: [{ kind: 'before', key: 'aircraft' }],
        status: 'published',
      },
      {
        key: 'aircraft',
        title: { ar: 'إسقاط طائرة', en: null },
        summary: {},
        kind: 'aircraft-shot-down',
        when: { start: null, end: '2017-07-29', precision: 'day', open: 'on-or-before' },
        where: { placeId: place.id, point: place.point, precision: 'district', sites: [] },
        parties,
        claims: [
          {
            key: 'pilot',
            statement: 'm',
            report: 'r1',
            quote: 'مقتل قائدها',
            says: { ...people, status: 'aircrew', outcome: 'killed', operator: 'exactly', point: 1 },
          },
          {
            key: 'crew',
            statement: 'h',
            report: 'r1',
            quote: 'جرى احتجاز طاقمها المكون من فردين',
            says: { ...people, status: 'aircrew', outcome: 'captured', operator: 'exactly', point: 2 },
          },
          {
            key: 'plane',
            statement: 'm',
            report: 'r1',
            says: { ...plane, operator: 'exactly', point: 1 },
          },
        ],
        conflictSets: [
          {
            key: 'fate',
            question: 'مصير الطاقم',
            alternatives: [
              { key: 'killed', claims: ['pilot'] },
              { key: 'captured', claims: ['crew'] },
            ],
          },
        ],
        status: 'published',
      },
    ],
  }
}
