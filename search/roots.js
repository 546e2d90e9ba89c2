/** Indonesian words to their roots: by what the index says, else by rules. */
import { stemmer } from "@orama/stemmers/indonesian"

const SHORTEST = 4

/**
 * Prefixes as they are typed, formal and colloquial, and the letters that a root may have lost to them.
 * @type {[string, string[]][]}
 */
const PREFIXES = [
  ["memper", [""]], ["diper", [""]], ["penge", [""]], ["menge", [""]],
  ["meng", ["", "k"]], ["peng", ["", "k"]], ["meny", ["s", "c"]], ["peny", ["s", "c"]],
  ["mem", ["", "p"]], ["pem", ["", "p"]], ["men", ["", "t"]], ["pen", ["", "t"]],
  ["ber", [""]], ["ter", [""]], ["per", [""]], ["pel", [""]], ["bel", [""]], ["nge", [""]],
  ["me", [""]], ["pe", [""]], ["di", [""]], ["ke", [""]], ["se", [""]], ["be", [""]],
  ["ng", ["", "k"]], ["ny", ["s", "c"]], ["n", ["t"]], ["m", ["p"]],
]
const SUFFIXES = ["ny", "x", "kannya", "annya", "inya", "kanlah", "nya", "lah", "kah", "kan", "kin", "ku", "mu", "an", "in", "i"]

/**
 * The root by the rules of Snowball.
 * @param {string} word
 */
export const byRules = (word) => (word.length < SHORTEST ? word : stemmer(word))

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
