/** Phrases that stand in what was typed, in whatever order their words come. */

/** So many other words may stand between those of a phrase. */
const BETWEEN = 3
/** The beginning of a word that may stand by itself has no more letters. */
const BEGINNING = 3

/**
 * Whether words stand near each other in a text, each once.
 * @template T
 * @param {string[]} phrase
 * @param {T[]} words
 * @param {(word: T, wanted: string) => boolean} isMeant
 */
export function standsIn(phrase, words, isMeant) {
  if (words.length < phrase.length) return false
  const span = phrase.length + BETWEEN
  for (let from = 0; from < words.length; from++) {
    if (!phrase.some((wanted) => isMeant(words[from], wanted))) continue
    const near = words.slice(from, from + span)
    if (phrase.every((wanted) => near.some((word) => isMeant(word, wanted)))) return true
  }
  return false
}

/**
 * Words of which the beginning stands by itself are one again: ke setrum, di patok ular.
 * @param {string[]} words
 * @param {{ has(word: string): boolean }} known
 */
export function rejoined(words, known) {
  /** @type {string[]} */
  const found = []
  for (let at = 0; at < words.length; at++) {
    const joined = words[at] + words[at + 1]
    const isOne = words[at].length <= BEGINNING && known.has(joined)
    found.push(isOne ? joined : words[at])
    if (isOne) at++
  }
  return found
}
