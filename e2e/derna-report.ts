import type { Page } from 'playwright/test'
import { type Hands, handsOn } from './hands'

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
export async function typeIncidentA(hands: Hands): Promise<void> {
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
  await press('Alt+KeyP')
  await type('مجلس شورى مجاهدي درنة')
  await press('Enter')
  await type('عملية الكرامة')
  await press('Enter')
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

/** Incident B: facts 11 to 14, with the set of claims that cannot all be true. */
export async function typeIncidentB(hands: Hands, page: Page): Promise<void> {
  const { type, press } = hands
  await press('Alt+KeyI')
  await type('إسقاط طائرة')
  await press('Tab')
  await type('إسقاط طائرة حربية فوق الظهر الحمر')
  await press('Tab Tab')
  await type('في 29 تموز 2017 أو قبله')
  await press('Tab Tab')
  await type('الظهر الحمر')
  await chooseAddition(page, press)
  await type('درنة')
  await press('Enter Enter')
  await typeBothParties(hands)
  await press('Alt+KeyQ')
  await type('أسقطت قوات المجلس طائرة حربية')
  await press('Tab')
  await type('محمد المنصوري')
  await press('Tab Tab Tab Tab Tab')
  await press('Alt+KeyQ')
  await type('مما أدى إلى مقتل قائدها')
  await press('Tab Tab Tab Tab')
  await type('1')
}

/** Takes the option to add what was typed, wherever it stands among the suggestions. */
export async function chooseAddition(page: Page, press: Hands['press']): Promise<void> {
  await page.getByRole('option', { name: /^أضف «/ }).waitFor()
  await press('ArrowUp Enter')
}

/** The two sides, known by now. */
export async function typeBothParties({ type, press }: Hands): Promise<void> {
  await press('Alt+KeyP')
  await type('مجلس شورى مجاهدي درنة')
  await press('Enter')
  await type('عملية الكرامة')
  await press('Enter')
}

export { handsOn }
