'use client'

import { useTranslations } from 'next-intl'
import { outcomes, personStatuses, sexAges, units } from '@/lib/claim/cell'
import { bases, type Count } from '@/lib/claim/count'
import { equipmentCategories, equipmentOutcomes, stances } from '@/lib/claim/lists'
import { kinds } from '@/lib/incident/kinds'
import { parts } from '@/lib/incident/lists'
import { CountFields } from './count-fields'
import { Field } from './field'
import type { Substance } from './form-types'
import { PartySelect, SiteSelect } from './key-selects'
import { useLog } from './log-context'
import { useNameOf } from './look-up'
import { PlaceBox } from './place-box'
import { SelectField } from './select-field'
import { TextField } from './text-field'
import { WhenInput } from './when-field'

interface SubstanceFieldsProps<S extends Substance = Substance> {
  path: string
  says: S
  onChange: (says: S) => void
}

type Of<Subject extends Substance['subject']> = Extract<Substance, { subject: Subject }>

/** The fields of what a claim says, by its subject. */
export function SubstanceFields({ path, says, onChange }: SubstanceFieldsProps) {
  switch (says.subject) {
    case 'casualties':
      return <CasualtyFields path={path} says={says} onChange={onChange} />
    case 'equipment':
      return <EquipmentFields path={path} says={says} onChange={onChange} />
    case 'when':
      return <WhenClaim path={path} says={says} onChange={onChange} />
    case 'where':
      return <WhereClaim path={path} says={says} onChange={onChange} />
    default:
      return <PlainFields path={path} says={says} onChange={onChange} />
  }
}

function CasualtyFields({ path, says, onChange }: SubstanceFieldsProps<Of<'casualties'>>) {
  const t = useTranslations('log.claims')
  const words = useTranslations('claim')
  const set = (change: Partial<Of<'casualties'>>) => onChange({ ...says, ...change })
  return (
    <>
      <SelectField
        path={`${path}.outcome`}
        label={t('outcome')}
        value={says.outcome}
        options={outcomes.map((value) => ({ value, label: words(`outcome.${value}`) }))}
        onChange={(outcome) => set({ outcome })}
      />
      <CountFields
        path={path}
        count={says}
        onChange={(count) => onChange({ ...says, ...pickCount(count) })}
      />
      <PartySelect
        path={`${path}.party`}
        label={t('party')}
        help={t('party-help')}
        value={says.party}
        onChange={(party) => set({ party })}
      />
      <SelectField
        path={`${path}.status`}
        label={t('status')}
        help={t('status-help')}
        value={says.status ?? ''}
        empty="—"
        options={personStatuses.map((value) => ({ value, label: words(`status.${value}`) }))}
        onChange={(status) => set({ status })}
        onEmpty={() => set({ status: null })}
      />
      <SelectField
        path={`${path}.sexAge`}
        label={t('sex-age')}
        value={says.sexAge ?? ''}
        empty="—"
        options={sexAges.map((value) => ({ value, label: words(`sex-age.${value}`) }))}
        onChange={(sexAge) => set({ sexAge })}
        onEmpty={() => set({ sexAge: null })}
      />
      <SiteSelect
        path={`${path}.site`}
        label={t('site')}
        help={t('site-help')}
        value={says.site}
        onChange={(site) => set({ site })}
      />
      <SelectField
        path={`${path}.unit`}
        label={t('unit')}
        value={says.unit}
        options={units.map((value) => ({ value, label: words(`unit.${value}`) }))}
        onChange={(unit) => set({ unit })}
      />
      <SelectField
        path={`${path}.basis`}
        label={t('basis')}
        help={t('basis-help')}
        value={says.basis}
        options={bases.map((value) => ({ value, label: words(`basis.${value}`) }))}
        onChange={(basis) =>
          set({ basis, movedFrom: basis === 'moved' ? (says.movedFrom ?? 'wounded') : null })
        }
      />
      {says.basis === 'moved' && (
        <SelectField
          path={`${path}.movedFrom`}
          label={t('moved-from')}
          value={says.movedFrom ?? ''}
          options={outcomes.map((value) => ({ value, label: words(`outcome.${value}`) }))}
          onChange={(movedFrom) => set({ movedFrom })}
        />
      )}
    </>
  )
}

function EquipmentFields({ path, says, onChange }: SubstanceFieldsProps<Of<'equipment'>>) {
  const t = useTranslations('log.claims')
  const lists = useTranslations('list')
  const set = (change: Partial<Of<'equipment'>>) => onChange({ ...says, ...change })
  return (
    <>
      <SelectField
        path={`${path}.category`}
        label={t('category')}
        value={says.category}
        options={equipmentCategories.map((value) => ({ value, label: lists(`equipment.${value}`) }))}
        onChange={(category) => set({ category })}
      />
      <SelectField
        path={`${path}.outcome`}
        label={t('equipment-outcome')}
        value={says.outcome}
        options={equipmentOutcomes.map((value) => ({ value, label: lists(`equipment-outcome.${value}`) }))}
        onChange={(outcome) => set({ outcome })}
      />
      <CountFields
        path={path}
        count={says}
        onChange={(count) => onChange({ ...says, ...pickCount(count) })}
      />
      <PartySelect
        path={`${path}.owner`}
        label={t('owner')}
        help={t('owner-help')}
        value={says.owner}
        onChange={(owner) => set({ owner })}
      />
      <TextField
        path={`${path}.model`}
        label={t('model')}
        help={t('model-help')}
        value={says.model}
        onChange={(model) => set({ model })}
      />
      <SiteSelect
        path={`${path}.site`}
        label={t('site')}
        help={t('site-help')}
        value={says.site}
        onChange={(site) => set({ site })}
      />
    </>
  )
}

function WhenClaim({ path, says, onChange }: SubstanceFieldsProps<Of<'when'>>) {
  const { document, dispatch, report, incident } = useLog()
  const field = `claim-when:${incident.key}:${path}`
  return (
    <div className="sm:col-span-3">
      <WhenInput
        path={`${path}.when`}
        when={says.when.start || says.when.end ? says.when : null}
        typed={document.typed[field]}
        countedFrom={report.publishedOn}
        onType={(text, when) => {
          dispatch({ do: 'type', field, text })
          if (when) onChange({ ...says, when })
        }}
        onCorrect={(when) => {
          dispatch({ do: 'type', field, text: '' })
          onChange({ ...says, when })
        }}
      />
    </div>
  )
}

function WhereClaim({ path, says, onChange }: SubstanceFieldsProps<Of<'where'>>) {
  const t = useTranslations('log.claims')
  const { document } = useLog()
  const nameOf = useNameOf()
  return (
    <>
      <TextField
        path={`${path}.phrase`}
        label={t('where-phrase')}
        help={t('where-phrase-help')}
        value={says.phrase}
        onChange={(phrase) => onChange({ ...says, phrase })}
      />
      <SiteSelect
        path={`${path}.site`}
        label={t('site')}
        help={t('site-help')}
        value={says.site}
        onChange={(site) => onChange({ ...says, site })}
      />
      <Field path={`${path}.placeId`} label={t('where-place')}>
        {(control) => (
          <PlaceBox
            control={control}
            text={says.placeId === null ? '' : nameOf(document.places[says.placeId])}
            onPick={({ place }) => onChange({ ...says, placeId: place.id })}
            onClear={() => onChange({ ...says, placeId: null })}
          />
        )}
      </Field>
    </>
  )
}

function PlainFields({
  path,
  says,
  onChange,
}: SubstanceFieldsProps<Of<'part'> | Of<'responsibility'> | Of<'kind'> | Of<'motive'>>) {
  const t = useTranslations('log.claims')
  const lists = useTranslations('list')
  const kindWords = useTranslations('kind.kinds')
  if (says.subject === 'motive')
    return (
      <TextField
        className="sm:col-span-3"
        path={`${path}.text`}
        label={t('motive')}
        help={t('motive-help')}
        value={says.text}
        onChange={(text) => onChange({ ...says, text })}
      />
    )
  if (says.subject === 'kind')
    return (
      <SelectField
        path={`${path}.kind`}
        label={lists('subject.kind')}
        value={says.kind}
        options={kinds.map((value) => ({ value, label: kindWords(value) }))}
        onChange={(kind) => onChange({ ...says, kind })}
      />
    )
  return (
    <>
      <PartySelect
        path={`${path}.party`}
        label={t('actor')}
        value={says.party}
        onChange={(party) => onChange({ ...says, party: party ?? '' })}
      />
      {says.subject === 'part' ? (
        <SelectField
          path={`${path}.part`}
          label={t('part')}
          value={says.part}
          options={parts.map((value) => ({ value, label: lists(`part.${value}`) }))}
          onChange={(part) => onChange({ ...says, part })}
        />
      ) : (
        <SelectField
          path={`${path}.stance`}
          label={t('stance')}
          value={says.stance}
          options={stances.map((value) => ({ value, label: lists(`stance.${value}`) }))}
          onChange={(stance) => onChange({ ...says, stance })}
        />
      )}
    </>
  )
}

/** Only the count: what the fields give back may carry the rest of the claim along. */
const pickCount = ({ operator, min, point, max, word }: Count): Count => ({ operator, min, point, max, word })
