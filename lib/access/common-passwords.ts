import { dictionary } from '@zxcvbn-ts/language-common'

/*
 * Passwords that many people choose: those that leaked most often, as a list measured by others ranks them, and, since
 * hardly any of these is as long as we ask for or in Arabic, words of a list of our own with the ways in which people
 * make them longer.
 */

/** What lists of leaked passwords begin with, in the languages of those who use this: words, names, keyboard walks. */
const words = `
password passw0rd pass passwort motdepasse contrasena parola haslo senha admin administrator root user guest test
tester testing login welcome letmein changeme default secret master access system manager support service server
computer internet network database security office company qwerty qwertz azerty qwertyuiop asdfgh asdfghjkl zxcvbn
zxcvbnm qazwsx qazwsxedc zaq12wsx 1q2w3e4r 1q2w3e4r5t 1qaz2wsx q1w2e3r4 qwer asdf zxcv iloveyou loveyou love lovely
sunshine princess dragon monkey shadow superman batman spiderman starwars pokemon football baseball basketball soccer
hockey liverpool chelsea arsenal barcelona realmadrid juventus michael jordan jennifer jessica ashley daniel andrew
thomas robert charlie michelle nicole hannah joshua matthew anthony william amanda summer winter spring autumn monday
friday january march april august october november december flower butterfly chocolate cookie cheese banana orange
purple yellow silver golden diamond freedom liberty forever whatever nothing trustno1 abc abcd abcdef abcdefgh aaaa
hello hellothere goodbye google facebook twitter youtube instagram linkedin microsoft windows apple iphone samsung
android nokia mustang ferrari porsche mercedes harley corvette ranger hunter killer ninja warrior phoenix tiger lion
eagle falcon panther wolf bear horse jesus christ god angel heaven blessed family mother father brother sister friend
baby honey sweety darling beautiful pretty happy lucky magic merlin matrix gandalf hobbit camaro rainbow pepper ginger
buster maggie bailey cooper charlotte sophie oliver jasmine crystal victoria elizabeth alexander alexandra samantha
mohamed mohammed muhammad ahmed mahmoud mustafa hussein hassan hasan omar osman othman khaled khalid youssef yusuf
ibrahim ismail abdullah abdelrahman abdulrahman abdallah ali fatima fatma aisha mariam maryam zainab zeinab sara noor
nour layla leila rania amal huda karim tarek tareq walid samir nabil jamal kamal salem saleh saad adel faisal fahad
bismillah alhamdulillah inshallah mashallah subhanallah allah allahakbar islam muslim quran ramadan habibi habibti
hayati albi omri syria suria damascus dimashq aleppo halab homs hama idlib lebanon beirut palestine falastin gaza
jerusalem alquds iraq baghdad mosul libya tripoli benghazi derna egypt cairo alexandria sudan khartoum yemen sanaa aden
tunisia algeria morocco jordanamman saudi riyadh jeddah mecca makkah madina kuwait qatar doha dubai ukraine kyiv kiev
russia moscow turkey istanbul ankara
كلمةالسر كلمة سر باسورد محمد احمد أحمد محمود مصطفى حسين حسن عمر عثمان خالد يوسف ابراهيم إبراهيم اسماعيل عبدالله
عبدالرحمن علي فاطمة عائشة مريم زينب سارة نور ليلى امل هدى كريم طارق وليد سمير نبيل جمال كمال سالم صالح بسمالله
الحمدلله انشاءالله ماشاءالله سبحانالله الله اللهاكبر الاسلام القران رمضان حبيبي حبيبتي حياتي قلبي عمري سوريا دمشق
حلب حمص حماه ادلب لبنان بيروت فلسطين غزة القدس العراق بغداد الموصل ليبيا طرابلس بنغازي درنة مصر القاهرة السودان
الخرطوم اليمن صنعاء عدن تونس الجزائر المغرب السعودية الرياض مكة المدينة ضصثقفغ شسيبلا
`
  .trim()
  .split(/\s+/)

const endings = `
1 2 7 12 123 1234 12345 123456 1234567 12345678 123456789 1234567890 0 00 000 111 11 22 69 77 99 666 777 786 321 007
! !! . @ # 1! 123! @123 @1234 #123 _123 1990 1995 2000 2010 2011 2012 2015 2017 2018 2019 2020 2021 2022 2023 2024
2025 2026 @2020 @2023 @2024 @2025 2024! 2025! 2026!
`
  .trim()
  .split(/\s+/)

/** Numbers as they are typed along the keys. */
const runs = [
  '12345678',
  '123456789',
  '1234567890',
  '0123456789',
  '987654321',
  '0987654321',
  '11223344',
  '112233445566',
]

let made: ReadonlySet<string> | undefined

/** The list: what leaked; each word with each ending, each twice and thrice, and the commonest in pairs. Small letters. */
export function commonPasswords(): ReadonlySet<string> {
  made ??= new Set(
    [...leaked(), ...withEndings(), ...repeated(), ...pairs(), ...numbers()].filter(
      (text) => text.length >= 8,
    ),
  )
  return made
}

const leaked = () => dictionary['passwords-common'].map(String)

const withEndings = () => words.flatMap((word) => ['', ...endings].map((ending) => word + ending))

const repeated = () =>
  words.flatMap((word) =>
    [2, 3, 4].flatMap((times) => ['', '1', '123', '!'].map((end) => word.repeat(times) + end)),
  )

function pairs(): string[] {
  const commonest = words.slice(0, 90)
  return commonest.flatMap((one) =>
    commonest.flatMap((two) => ['', '1', '123'].map((ending) => one + two + ending)),
  )
}

const numbers = () => runs.flatMap((one) => runs.flatMap((two) => [one, one + two]))
