/** Indonesian words to their roots: by what the index says, else by rules. */

const SHORTEST = 4

/**
 * Prefixes as they are typed, formal and colloquial, and the letters that a root may have lost to them. In
 * Sundanese and Minangkabau se- is sa- (sabulan), and m- takes the place of b, too (mayar: bayar).
 * @type {[string, string[]][]}
 */
const PREFIXES = [
  ["memper", [""]], ["diper", [""]], ["penge", [""]], ["menge", [""]],
  ["meng", ["", "k"]], ["peng", ["", "k"]], ["meny", ["s", "c"]], ["peny", ["s", "c"]],
  ["mem", ["", "p"]], ["pem", ["", "p"]], ["men", ["", "t"]], ["pen", ["", "t"]],
  ["ber", [""]], ["ter", [""]], ["per", [""]], ["pel", [""]], ["bel", [""]], ["nge", [""]],
  ["me", [""]], ["pe", [""]], ["di", [""]], ["ke", [""]], ["se", [""]], ["sa", [""]], ["be", [""]],
  ["ng", ["", "k"]], ["ny", ["s", "c"]], ["n", ["t"]], ["m", ["p", "b"]],
]
/** With those of speech, and what -nya, -kan and -i are in Javanese, Sundanese and Minangkabau: bayine, didaftarke, kartuna. */
const SUFFIXES = ["ny", "x", "ne", "na", "nyo", "ke", "keun", "e", "kannya", "annya", "inya", "kanlah", "nya", "lah", "kah", "kan", "kin", "ku", "mu", "an", "in", "i"]

/** In Javanese the nasal leaves these letters: ndaftar, mbayar. */
const VOICED = /^(?:nd|mb|nj)../

const FIRST = /^(?:di|ter|ke|me(?:ny(?=[aeiou])|ng?|m)?|pe(?:ny(?=[aeiou])|ng?|m))/
const SECOND = /^(?:per|be(?=[^aeiou]er)|ber|[pb]el(?=ajar)|pe)/
/** What Snowball calls the kinds of prefixes: which suffix a word has after one. */
const [NONE, VERB, NOUN, NOUN_OF] = [0, 1, 3, 2]
const STATE = 4

/**
 * The root by the rules of Snowball's stemmer for Indonesian (snowballstem.org), of which this is an abridgement: a
 * syllable at least is left beside another.
 * @param {string} word
 */
export function byRules(word) {
  if (word.length < SHORTEST) return word
  let left = word.match(/[aeiou]/g)?.length ?? 0
  let kind = NONE
  const may = () => left > 2
  const shortened = (/** @type {string} */ rest) => {
    word = rest
    left--
  }
  const ended = (/** @type {RegExp} */ end) => {
    if (end.test(word)) shortened(word.replace(end, ""))
    return may()
  }
  const suffix = () => {
    if (word.endsWith("kan") && kind !== NOUN && kind !== NOUN_OF) shortened(word.slice(0, -3))
    else if (word.endsWith("an") && kind !== VERB) shortened(word.slice(0, -2))
    else if (word.endsWith("i") && kind <= NOUN_OF && !word.endsWith("si")) shortened(word.slice(0, -1))
    else return false
    return true
  }
  const second = (from = 0) => {
    const found = word.slice(from).match(SECOND)?.[0]
    if (!found) return
    if (found[0] === "b") kind = STATE
    else if (found !== "pel") kind = NOUN_OF
    shortened(word.slice(0, from) + word.slice(from + found.length))
  }
  if (!may() || !ended(/(?:kah|lah|pun)$/) || !ended(/(?:nya|ku|mu)$/)) return word
  const first = word.match(FIRST)?.[0]
  if (!first) {
    second()
    if (may()) suffix()
    return word
  }
  const rest = word.slice(first.length)
  const back = first.endsWith("ny") ? "s" : first.endsWith("m") && /^[aeiou]/.test(rest) ? "p" : ""
  kind = /^[kp]/.test(first) ? NOUN : VERB
  shortened(back + rest)
  if (may() && suffix() && may()) second(back.length)
  return word
}

/**
 * What may be left of a word without its affixes, the word itself first. Whether one of them is a word is for the
 * caller to know.
 * @param {string} word
 * @returns {string[]}
 */
export function stripped(word) {
  const ends = [word]
  for (const suffix of SUFFIXES) {
    if (word.endsWith(suffix) && word.length - suffix.length >= 3) ends.push(word.slice(0, -suffix.length))
  }
  const found = new Set(ends)
  for (const end of ends) {
    if (VOICED.test(end)) found.add(end.slice(1))
    for (const [prefix, lost] of PREFIXES) {
      if (!end.startsWith(prefix)) continue
      for (const letter of lost) {
        const rest = letter + end.slice(prefix.length)
        if (rest.length >= 3) found.add(rest)
      }
    }
  }
  return [...found]
}
