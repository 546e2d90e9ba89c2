/** Times of a day, and opening hours, as the reader takes them (model/event_time.py, model/hours.py). */

const NIGHT = 720, DAY = 1440

/** Minutes since midnight; null for all day, or where there is none. @param {string | undefined} text */
export function minutesOf(text) {
  const found = /^(\d{1,2})[.:](\d\d)/.exec(text ?? "")
  return found ? +found[1] * 60 + +found[2] : null
}

/** How long something lasts, in minutes; null where nobody knows. @param {number | null} start @param {number | null} end */
export function lengthOf(start, end) {
  if (start === null) return DAY
  if (end === null) return null
  return end > start ? end - start : end + DAY - start
}

/** Whether hours can't be meant. @param {string | undefined} from @param {string | undefined} until */
export function areTurned(from, until) {
  const start = minutesOf(from), end = minutesOf(until)
  if (start === null) return Boolean(until)
  return end !== null && end <= start && (lengthOf(start, end) ?? 0) >= NIGHT
}

/** What was typed as an hour, in its usual form: 8 → 08.00, 8:30 → 08.30 @param {string} text */
export function tidyHour(text) {
  const found = /^(\d{1,2})(?:[.:](\d\d))?$/.exec(text.trim())
  return found ? `${found[1].padStart(2, "0")}.${found[2] ?? "00"}` : text.trim()
}

const DAYS = ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"]
/** @type {Record<string, number>} */
const NUMBERS = { "jum'at": 4, "jum’at": 4, ahad: 6 }
DAYS.forEach((name, number) => { NUMBERS[name] = NUMBERS[name.slice(0, 3)] = number })
const BREAK = ["istirahat", "istrahat"]
/** @type {Record<string, string>} */
const KINDS = { setiap: "every", tiap: "every", tutup: "closed", libur: "closed" }
for (const word of BREAK) KINDS[word] = "break"
for (const name in NUMBERS) KINDS[name] = "day"
const SILENT = ["hari", "jam", "pukul", "pkl", "buka", "wib", "wita", "wit", "dan"]
const CLOCKED = /\d[.:]\d\d|\d\s*[-–—]\s*\d/
const TOKEN = /(?<whole>24\s*jam)|(?<until>-|sampai dengan|sampai|hingga|s\.d\.|s\.d|s\/d|sd(?![a-z]))|(?<clock>([01]?\d|2[0-4])(?:[.:]([0-5]\d))?(?![\d.:]*\d))|(?<word>[a-z]+(?:['’]at)?)\.?|(?<sign>[,;:/&+()])|(?<strange>\S+)/g

/** @typedef {{kind: string, number: number}} Token */

/** Whether opening hours can't be read, or say two things of a day. @param {string} typed */
export function areUnclear(typed) {
  const text = typed.split(/\s+/).filter(Boolean).join(" ")
  if (!CLOCKED.test(text)) return false  // plainly a text
  const note = /\s*(\([^()]*\))$/.exec(text)?.[1] ?? ""
  const bare = BREAK.some((word) => note.toLowerCase().includes(word)) ? text : text.slice(0, text.length - note.length)
  const tokens = tokensOf(bare.trim())
  return tokens === null || !isRead(tokens)
}

/** @param {string} text @returns {Token[] | null} */
function tokensOf(text) {
  const found = []
  for (const match of text.toLowerCase().replace(/[–—−]/g, "-").matchAll(TOKEN)) {
    const groups = match.groups ?? {}, word = match[0].replace(/\.+$/, "")
    if (groups.clock) found.push({ kind: "clock", number: +match[4] * 60 + +(match[5] ?? 0) })
    else if (groups.whole || groups.until) found.push({ kind: groups.whole ? "whole" : "until", number: 0 })
    else if (word in KINDS) found.push({ kind: KINDS[word], number: NUMBERS[word] ?? 0 })
    else if (!groups.sign && !SILENT.includes(word)) return null
  }
  return found
}

/** @param {Token[]} tokens */
function isRead(tokens) {
  let at = 0
  const is = (/** @type {string[]} */ ...kinds) => kinds.includes(tokens[at]?.kind)
  const must = (/** @type {string} */ kind) => {
    if (!is(kind)) throw at
    return tokens[at++].number
  }
  const daysOf = () => {
    if (is("every") && ++at && !is("day")) return [0, 1, 2, 3, 4, 5, 6]
    const days = []
    while (is("day")) {
      const first = must("day"), last = is("until") && ++at ? must("day") : first
      for (let day = first; day <= last + (last < first ? 7 : 0); day++) days.push(day % 7)
    }
    if (!days.length && at === 0 && is("whole")) return [0, 1, 2, 3, 4, 5, 6]
    return days.length ? days : [must("day")]
  }
  const spanOf = () => {
    const begin = must("clock")
    must("until")
    const end = must("clock")
    if (end <= begin || end > DAY) throw at
    return [begin, end]
  }
  const spansOf = () => {
    /** @type {number[][]} */
    const spans = []
    while (is("clock", "whole", "break")) {
      if (is("break")) {
        at++
        const [since, until] = spanOf(), cut = spans.findIndex(([begin, end]) => begin < since && until < end)
        if (cut < 0) throw at
        spans.splice(cut, 1, [spans[cut][0], since], [until, spans[cut][1]])
      } else spans.push(is("whole") && ++at ? [0, DAY] : spanOf())
    }
    if (!spans.length) must("clock")
    return spans
  }
  /** @type {number[][][]} */
  const week = DAYS.map(() => [])
  const shut = new Set()
  try {
    while (at < tokens.length) {
      const days = daysOf()
      if (is("closed")) {
        at++
        days.forEach((day) => shut.add(day))
        continue
      }
      for (const [begin, end] of spansOf()) {
        for (const day of days) {
          if (week[day].some(([since, until]) => begin < until && since < end)) throw at
          week[day].push([begin, end])
        }
      }
    }
  } catch {
    return false
  }
  return ![...shut].some((day) => week[day].length)
}
