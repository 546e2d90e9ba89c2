/** Days as numbers, counted from 1970-01-01, and how they are written. */

const DAY = 864e5
const NAMES = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"]
const MONTHS = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"]
/** No office plans further (model/rrule.py). */
const LONGEST_YEARS = 5
/** So long is looked for the next days of a series. */
const MOST_DAYS = 3700

/** Today on this device. */
export function today() {
  const now = new Date()
  return Math.floor((now.getTime() - now.getTimezoneOffset() * 6e4) / DAY)
}

const dateOf = (/** @type {number} */ day) => new Date(day * DAY)
const two = (/** @type {number} */ number) => String(number).padStart(2, "0")

/** @param {number} year @param {number} month from 0 @param {number} day */
function numberOf(year, month, day) {
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  return date.getTime() / DAY
}

/** The day that a text names, or null where it names none. @param {string | undefined} text */
export function dayOf(text) {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text ?? "")
  if (!found || found[1] === "0000") return null
  const day = numberOf(+found[1], +found[2] - 1, +found[3])
  return isoOf(day) === text ? day : null
}

/** 2026-12-03 @param {number} day */
export function isoOf(day) {
  const date = dateOf(day)
  return `${String(date.getUTCFullYear()).padStart(4, "0")}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
}

/** What was typed, as tahun-bulan-hari where it is a day as offices write it. @param {string} text */
export function tidyDay(text) {
  const found = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text.trim())
  return found ? `${found[3]}-${two(+found[2])}-${two(+found[1])}` : text.trim()
}

/** Kamis, 3 Desember 2026 @param {number} day */
export function longDay(day) {
  const date = dateOf(day)
  return `${NAMES[date.getUTCDay()]}, ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

/** 3 Desember 2026 @param {number} day */
export const plainDay = (day) => longDay(day).split(", ")[1]

/** The last day that a series may end on. @param {number} first */
export function endOf(first) {
  const date = dateOf(first)
  const year = date.getUTCFullYear() + LONGEST_YEARS
  const last = numberOf(year, date.getUTCMonth() + 1, 0)  // 29 February has no day in most years
  return Math.min(numberOf(year, date.getUTCMonth(), date.getUTCDate()), last)
}

/** Whether an event that first comes on `first` comes again on `day`, every so often. @param {string} every */
export function comesOn(every, /** @type {number} */ first, /** @type {number} */ day) {
  const [count, unit] = every.includes(" ") ? every.split(" ") : ["1", every]
  if (day < first || (day - first) % 7) return false
  if (unit === "pekan") return (day - first) % (7 * +count) === 0
  const from = dateOf(first), to = dateOf(day)
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth()
  return months % +count === 0 && (weekOf(first) === weekOf(day) || (weekOf(first) === 5 && isLast(day)))
}

const weekOf = (/** @type {number} */ day) => Math.ceil(dateOf(day).getUTCDate() / 7)
const isLast = (/** @type {number} */ day) => dateOf(day).getUTCMonth() !== dateOf(day + 7).getUTCMonth()

const COUNTS = ["", "", "dua ", "tiga ", "empat ", "lima ", "enam "]
const WEEKS = ["", "pertama", "kedua", "ketiga", "keempat", "terakhir"]

/** Tiap dua pekan, hari Selasa. @param {string} every @param {number} first */
export function spokenSeries(every, first) {
  const [count, unit] = every.includes(" ") ? every.split(" ") : ["1", every]
  const name = NAMES[dateOf(first).getUTCDay()]
  const day = unit === "pekan" ? `hari ${name}` : `${name} ${WEEKS[weekOf(first)]}`
  return `Tiap ${COUNTS[+count]}${unit}, ${day}`
}

/** The first days of a series from a day on. @param {(day: number) => boolean | null} comes @param {number} since @param {number} count */
export function daysFrom(comes, since, count) {
  const found = []
  for (let day = since; found.length < count && day <= since + MOST_DAYS; day++) if (comes(day)) found.push(day)
  return found
}

/** The days of an RRULE, as the page tells them: days between each and the next; null for a day of which it tells nothing. @param {{tanggal: string, hari: {jarak: number[], batas: string}}} known */
export function ruleOf({ tanggal, hari }) {
  let day = dayOf(tanggal) ?? 0
  const last = dayOf(hari.batas) ?? Infinity
  const days = new Set([day, ...hari.jarak.map((gap) => (day += gap))])
  return (/** @type {number} */ one) => days.has(one) || (one > last ? null : false)
}
