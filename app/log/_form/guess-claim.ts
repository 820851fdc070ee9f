import type { Outcome } from '@/lib/claim/cell'
import type { EquipmentCategory, EquipmentOutcome } from '@/lib/claim/lists'
import { foldedWords } from '@/lib/text/fold'

/** What the words of a quote are about; only a first guess that the form shows and the analyst corrects. */
export type ClaimGuess =
  | { subject: 'casualties'; outcome: Outcome }
  | { subject: 'equipment'; category: EquipmentCategory; outcome: EquipmentOutcome }
  | { subject: 'motive' }

/*
 * Beginnings of words as `fold` leaves them, Arabic after its prefixes. In order: the first list that a word of the
 * quote begins with gives the guess, so that the rarer sense stands before the commoner one.
 */
const outcomes: [Outcome, string][] = [
  ['killed', 'قتل قتيل مقتل مصرع لقي استشه شهيد شهداء وفاه توفي kill dead death die slain'],
  ['wounded', 'جرح جريح اصاب اصيب مصاب wound injur'],
  ['captured', 'اسر اسير احتجاز captur prisoner held'],
  ['abducted', 'خطف اختطف مختطف اختطاف abduct kidnap'],
  ['arrested', 'اعتقل اعتقال معتقل اوقف توقيف arrest detain'],
  ['missing', 'مفقود فقد فقدان missing'],
  ['displaced', 'نزح نازح تهجير مهجر displac fled'],
]

const categories: [EquipmentCategory, string][] = [
  ['tank', 'دبابه دبابات دبابتين دبابتان tank'],
  ['armoured-vehicle', 'مدرعه مدرعات armoured armored'],
  ['helicopter', 'مروحيه مروحيات هليكوبتر helicopter'],
  ['drone', 'مسيره مسيرات drone uav'],
  ['warplane', 'طاءره طايره طايرات ميغ mig warplane jet aircraft plane'],
  ['armed-vehicle', 'مجهزه technical'],
  ['vehicle', 'سياره سيارات سيارتين عربه عربات مركبه مركبات اليات vehicle car truck'],
  ['artillery', 'مدفع مدافع هاون artillery howitzer mortar'],
  ['ammunition', 'ذخيره ذخاير ذخاءر ammunition'],
  ['weapons', 'سلاح اسلحه weapon rifle'],
]

const losses: [EquipmentOutcome, string][] = [
  ['shot-down', 'اسقط اسقاط shot downed'],
  ['captured', 'استول استيلاء اغتنم غنم غنيم عثر captur seiz took found'],
  ['disabled', 'اعطب عطب تعطيل disabl'],
  ['destroyed', 'دمر تدمير destroy'],
  ['damaged', 'تضرر اضرار damag'],
]

const motives = 'ردا انتقاما بسبب لانتقام retaliat revenge response reprisal'

/** Guesses the subject of `quote`, or null where no word tells. */
export function guessClaim(quote: string): ClaimGuess | null {
  const words = foldedWords(quote).flatMap(withoutPrefixes)
  const category = first(words, categories)
  const loss = first(words, losses)
  const outcome = first(words, outcomes)
  if (category && loss && (outcome === null || loss !== 'captured'))
    return { subject: 'equipment', category: armed(category, words), outcome: loss }
  if (outcome) return { subject: 'casualties', outcome }
  if (category && loss) return { subject: 'equipment', category: armed(category, words), outcome: loss }
  return beginsAny(words, motives) ? { subject: 'motive' } : null
}

/** "سيارات مجهزة بأسلحة": vehicles that carry weapons, wherever in the quote the weapons stand. */
function armed(category: EquipmentCategory, words: string[]): EquipmentCategory {
  const vehicle = beginsAny(words, 'سيار عرب مركب vehicle car truck')
  const weapons = beginsAny(words, 'مجهز مسلح اسلحه armed weapon')
  return vehicle && weapons && category !== 'tank' ? 'armed-vehicle' : category
}

/** The word and what is left of it without و ف ب ل ال in front. */
function withoutPrefixes(word: string): string[] {
  const bare = word.replace(/^[وف]?(?:[بلك]?ال|لل|[بلس])?/, '')
  const joined = word.replace(/^[وف]/, '')
  return [...new Set([word, joined, bare])].filter((form) => form.length > 2)
}

function first<T>(words: string[], lists: [T, string][]): T | null {
  return lists.find(([, beginnings]) => beginsAny(words, beginnings))?.[0] ?? null
}

const beginsAny = (words: string[], beginnings: string) =>
  beginnings.split(' ').some((beginning) => words.some((word) => word.startsWith(beginning)))
