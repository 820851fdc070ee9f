'use client'

import { useTranslations } from 'next-intl'
import { stances } from '@/lib/claim/lists'
import { kinds } from '@/lib/incident/kinds'
import { parts } from '@/lib/incident/lists'
import { CasualtyFields } from './casualty-fields'
import { EquipmentFields } from './equipment-fields'
import { Field } from './field'
import type { Of, Substance, SubstanceFieldsProps } from './form-types'
import { PartySelect, SiteSelect } from './key-selects'
import { useLog } from './log-context'
import { useNameOf } from './look-up'
import { PlaceBox } from './place-box'
import { SelectField } from './select-field'
import { TextField } from './text-field'
import { WhenInput } from './when-field'

/** The fields of what a claim says, by its subject. */
export function SubstanceFields({ path, says, together, onChange }: SubstanceFieldsProps) {
  switch (says.subject) {
    case 'casualties':
      return <CasualtyFields path={path} says={says} together={together} onChange={onChange} />
    case 'equipment':
      return <EquipmentFields path={path} says={says} together={together} onChange={onChange} />
    case 'when':
      return <WhenClaim path={path} says={says} onChange={onChange} />
    case 'where':
      return <WhereClaim path={path} says={says} onChange={onChange} />
    default:
      return <PlainFields path={path} says={says} onChange={onChange} />
  }
}

/** What only counts ask about is not theirs to know. */
type PlainProps<S extends Substance> = Omit<SubstanceFieldsProps<S>, 'together'>

function WhenClaim({ path, says, onChange }: PlainProps<Of<'when'>>) {
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

function WhereClaim({ path, says, onChange }: PlainProps<Of<'where'>>) {
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
      <SiteSelect path={path} value={says.site} onChange={(site) => onChange({ ...says, site })} />
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
}: PlainProps<Of<'part'> | Of<'responsibility'> | Of<'kind'> | Of<'motive'>>) {
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
