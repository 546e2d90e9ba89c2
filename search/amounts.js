/** Amounts of money as they are typed: 35000, 35.000, Rp35.000,-, 35rb, 35 ribu, 1,5 jt, tiga puluh lima ribu. */

/** Less than this is a number of days, of months, of a class. */
const LEAST = 1000
const TIMES = { rb: 1e3, ribu: 1e3, rebu: 1e3, k: 1e3, jt: 1e6, juta: 1e6 }
const DIGITS = /(?<![\w.,-])(?:rp\.?\s*)?([1-9]\d{0,8}(?:[.,]\d+)*)(?:,-)?\s*(ribu|rebu|rb|juta|jt|k)?(?![\w-]|[.,]\d)/gi
/** Digits alone that are no round number are part of a telephone's. */
const PLAIN = /^\d*(?:[1-9]\d|\d[1-9])$/
const ONES = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
/** @type {Record<string, number>} */
const SAID = Object.fromEntries(ONES.map((word, value) => [word, value]))
const WORDS = new RegExp(
  `\\b(?:(?:${ONES.join("|")}|sepuluh|sebelas|seratus|belas|puluh|ratus)\\s+)*(?:se|(?:${ONES.join("|")}|sepuluh|sebelas|seratus|belas|puluh|ratus)\\s+)(?:ribu|rebu|juta)\\b`,
  "gi",
)

/** dua puluh satu, sebelas: a number of two words or more, or one that is never said for something else. */
const COUNTS = new RegExp(`\\b(?:(?:${ONES.join("|")})\\s+(?:belas|puluh|ratus)(?:\\s+(?:${ONES.join("|")}|sepuluh|sebelas)\\b)?|sebelas|sepuluh|seratus)(?![a-z])`, "gi")

/**
 * The amounts in a text, and what is left of it without them. A number that is said for something is none (1500400).
 * @param {string} text
 * @param {{ has(word: string): boolean }} [said]
 * @returns {{ amounts: number[], rest: string }}
 */
export function amountsIn(text, said = new Set()) {
  /** @type {number[]} */
  const amounts = []
  const taken = (/** @type {number} */ value, /** @type {string} */ typed) => {
    if (value < LEAST) return typed
    amounts.push(value)
    return " "
  }
  const rest = text
    .replace(DIGITS, (typed, digits, times) =>
      PLAIN.test(typed) || said.has(typed) ? typed : taken(valueOf(digits, times?.toLowerCase()), typed))
    .replace(WORDS, (typed) => taken(saidValue(typed.toLowerCase()), typed))
  return { amounts, rest: (amounts.length ? rest : text).replace(COUNTS, (typed) => ` ${saidValue(typed.toLowerCase())} `) }
}

/** @param {string} digits @param {keyof typeof TIMES | undefined} times */
function valueOf(digits, times) {
  if (/^\d{1,3}([.,]\d{3})+$/.test(digits)) return Number(digits.replace(/[.,]/g, "")) * (times ? TIMES[times] : 1)
  const value = Number(digits.replace(",", "."))
  return Math.round((Number.isNaN(value) ? 0 : value) * (times ? TIMES[times] : 1))
}

/** @param {string} typed words of a number that end with thousands or millions */
function saidValue(typed) {
  let sum = 0
  let part = 0
  for (const word of typed.replace(/\bse(?=ribu|juta)/g, "satu ").split(/\s+/)) {
    if (word in SAID) part += SAID[word]
    else if (word === "sepuluh") part += 10
    else if (word === "sebelas") part += 11
    else if (word === "seratus") part += 100
    else if (word === "belas") part += 10
    else if (word === "puluh") part = part - (part % 10) + (part % 10) * 10
    else if (word === "ratus") part = part - (part % 10) + (part % 10) * 100
    else {
      sum += (part || 1) * (word === "juta" ? 1e6 : 1e3)
      part = 0
    }
  }
  return sum + part
}
