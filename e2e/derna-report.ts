import { expect, type Page } from 'playwright/test'
import type { Hands } from './hands'

/*
 * The Derna report typed fact by fact, as data/derna-facts.md numbers them. The publisher's text is not shipped: the
 * hands type the facts, and quotes of at most twelve words.
 */

/** The report: outlet, agencies, and a publication date that is inferred. */
export async function typeReport({ type, press }: Hands, page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'الوسيلة' }).and(page.locator(':focus')).waitFor()
  await type('الجزيرة')
  await press('Tab')
  await type('الجزيرة، رويترز')
  await press('Tab')
  await type('30/7/2017')
  await press('Tab')
  await type('مستنتَج')
  await press('Tab')
  await type('«أمس السبت» وأخبار ذات صلة بين 24 و28 تموز')
}

/** Incident A: facts 1 to 10. */
export async function typeIncidentA(hands: Hands, page: Page): Promise<void> {
  const { type, press } = hands
  await press('Alt+KeyG')
  await type('اشتباك مسلح')
  await press('Tab')
  await type('هجوم على موقعين لقوات حفتر جنوب درنة')
  await press('Tab Tab')
  await type('في 30 تموز 2017 أو قبله')
  await press('Tab Tab')
  await type('جنوب درنة')
  await press('Enter Alt+KeyA')
  await type('الكسارات')
  await press('Tab')
  await type('كسّارة')
  await press('Tab')
  await type('جنوب غرب درنة')
  await press('Enter Alt+KeyA')
  await type('مدرسة الأردام')
  await press('Tab')
  await type('مدرسة')
  await typeParties(hands, page, 'مجلس شورى مجاهدي درنة', 'عملية الكرامة')
  await typeOutletClaims(hands)
  await typeSpokesmansClaims(hands)
}

/** Facts 1, 4, 5, 8 and 10, in the outlet's own voice. */
async function typeOutletClaims({ type, press }: Hands): Promise<void> {
  await press('Alt+KeyQ')
  await type('قتل أربعة أشخاص')
  await press('Alt+KeyQ')
  await type('وجرح ما لا يقل عن خمسة آخرين')
  await press('Alt+KeyQ')
  await type('مصرع مقاتلين من قوات حفتر')
  await press('Alt+KeyQ')
  await type('أسلحة عثر عليها مقاتلو مجلس شورى مجاهدي درنة')
  await press('Tab Tab Tab Tab Tab')
  await type('جمع')
  await press('Alt+KeyQ')
  await type('في هجوم شنته قوات مجلس شورى مجاهدي درنة')
  await press('Tab Tab')
  await type('دور')
}

/** Facts 1, 3, 6, 7 and 9, on the page of the Shura Council's spokesman. */
async function typeSpokesmansClaims({ type, press }: Hands): Promise<void> {
  await press('Alt+KeyW')
  await type('مجلس شورى مجاهدي درنة')
  await press('Tab')
  await type('محمد المنصوري')
  await press('Tab')
  await type('الناطق الإعلامي')
  await press('Tab')
  await type('وسائل')
  await press('Alt+KeyQ')
  await type('قوات المجلس استهدفت')
  await press('Tab Tab')
  await type('دور')
  await press('Alt+KeyQ')
  await type('موقع الكسارات جنوب غرب مدينة درنة')
  await press('Tab Tab')
  await type('أين')
  await press('Tab Tab')
  await type('الكسارات')
  await press('Alt+KeyQ')
  await type('وموقعا آخر يعرف بـ بمدرسة الأردام')
  await press('Tab Tab')
  await type('أين')
  await press('Tab Tab')
  await type('مدرسة')
  await press('Alt+KeyQ')
  await type('استولت على أربع سيارات مجهزة بأسلحة ثقيلة')
  await press('Alt+KeyQ')
  await type('وأعطبت ثلاث دبابات')
  await press('Alt+KeyQ')
  await type('جاءت ردا على الاعتداءات المتكررة')
}

/** Incident B: facts 11 to 14, with the two claims that cannot both be true. */
export async function typeIncidentB(hands: Hands, page: Page): Promise<void> {
  const { type, press } = hands
  await press('Alt+KeyI')
  await typeWhatWhenWhere(hands, {
    kind: 'إسقاط طائرة',
    title: 'إسقاط طائرة حربية فوق الظهر الحمر',
    when: 'في 29 تموز 2017 أو قبله',
    where: 'الظهر الحمر',
  })
  await typeParties(hands, page, 'مجلس شورى مجاهدي درنة', 'عملية الكرامة')
  await press('Alt+KeyQ')
  await type('كما أسقطت قوات المجلس طائرة حربية')
  await press('Tab Tab Tab Tab Tab Tab')
  await type('1')
  await press('Alt+KeyQ')
  await type('مما أدى إلى مقتل قائدها')
  await press('Tab Tab Tab Tab Tab')
  await type('1')
  await press('Tab Tab')
  await type('طاقم')
  await press('Alt+KeyQ')
  await type('أسقطت قوات المجلس')
  await press('Tab Tab')
  await type('دور')
  await typeSecondSpokesman(hands)
  await press('Alt+KeyQ')
  await type('طائرة مقاتلة من طراز ميغ21 أسقطت بصاروخ')
  await press('Tab Tab Tab Tab Tab Tab')
  await type('1')
  await press('Tab Tab')
  await type('ميغ 21')
  await press('Alt+KeyQ')
  await type('جرى احتجاز طاقمها المكون من فردين')
  await press('Tab Tab Tab Tab Tab')
  await type('2')
  await press('Tab Tab')
  await type('طاقم')
  await setAgainst(page, press)
}

/** The spokesman of Benina air base: the third voice of the report. */
async function typeSecondSpokesman({ type, press }: Hands): Promise<void> {
  await press('Alt+KeyW')
  await type('عملية الكرامة')
  await press('Tab')
  await type('ناصر الحاسي')
  await press('Tab')
  await type('المتحدث باسم قاعدة بنينا الجوية')
  await press('Tab Tab')
  await type('أمس السبت')
}

/** Ticks the pilot killed and the crew captured, and says that both cannot be. */
async function setAgainst(page: Page, press: Hands['press']): Promise<void> {
  for (const claim of [/^حدّد .*: قتلى: 1/, /^حدّد .*: أسرى: 2/]) {
    await page.getByRole('checkbox', { name: claim }).focus()
    await press('Space')
  }
  await press('Alt+KeyX')
}

/** Incident C: fact 15, the strike before, linked to B. */
export async function typeIncidentC(hands: Hands, page: Page): Promise<void> {
  const { type, press } = hands
  await press('Alt+KeyI')
  await typeWhatWhenWhere(hands, {
    kind: 'غارة جوية',
    title: 'ضربة جوية للطائرة نفسها قبل سقوطها',
    when: 'في 29 تموز 2017 أو قبله',
    where: 'درنة',
  })
  await typeParties(hands, page, 'عملية الكرامة')
  await press('Alt+KeyQ')
  await type('بعدما نفذت ضربة جوية استهدفت المتشددين')
  await press('Tab Tab')
  await type('دور')
  await typeLink(hands, 'إسقاط طائرة حربية', 'سبقت')
}

/** Incident D: fact 16, no violence; the context of A and B. */
export async function typeIncidentD(hands: Hands, page: Page): Promise<void> {
  const { type, press } = hands
  await press('Alt+KeyI')
  await typeWhatWhenWhere(hands, {
    kind: 'محادثات',
    title: 'اتفاق على لجان لفك الحصار عن درنة',
    when: 'في 30 تموز 2017 أو قبله',
    where: 'درنة',
  })
  await typeParties(hands, page, 'المجلس الأعلى للمصالحة الوطنية', 'أعيان مدينة درنة')
  await press('Alt+KeyQ')
  await type('الاتفاق مع أعيان المدينة على تشكيل لجان مطلع الشهر المقبل')
  await press('Tab')
  await type('الجزيرة')
  await press('Tab')
  await type('نوع')
  await typeLink(hands, 'هجوم على موقعين', 'سياق')
  await typeLink(hands, 'إسقاط طائرة حربية', 'سياق')
}

interface Told {
  kind: string
  title: string
  when: string
  where: string
}

async function typeWhatWhenWhere({ type, press }: Hands, told: Told): Promise<void> {
  await type(told.kind)
  await press('Tab')
  await type(told.title)
  await press('Tab Tab')
  await type(told.when)
  await press('Tab Tab')
  await type(told.where)
  await press('Enter')
}

/** The parties, and a look that they are there: whose people a claim counts is read off them. */
async function typeParties({ type, press }: Hands, page: Page, ...actors: string[]): Promise<void> {
  await press('Alt+KeyP')
  for (const actor of actors) {
    await type(actor)
    await press('Enter')
  }
  const parties = page.getByRole('region', { name: 'مَن' }).getByRole('combobox', { name: /^دور / })
  await expect(parties).toHaveCount(actors.length)
}

/** A link to another incident of this log; its kind stands just before the box that adds the next. */
async function typeLink({ type, press }: Hands, title: string, kind: string): Promise<void> {
  await press('Alt+KeyL')
  await type(title)
  await press('Enter Shift+Tab Shift+Tab')
  await type(kind)
}
