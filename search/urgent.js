/** Whether somebody who types needs help at once. It errs on the side of help: what is misspelt counts too. */
import { standsIn } from "./phrases.js"
import { distance } from "./typos.js"
import { wordsOf } from "./words.js"

/**
 * @typedef {import("./lexicon.js").Lexicon} Lexicon
 * @typedef {{ to: string, title: string, calls: [string, string, string][], said: string, alike: string }} Card
 */

/** Letters of a word that may have a slip: of one that stands alone, and of one among others. */
const ALONE = 6
const AMONG = 4
/** A word of so many letters may have two. */
const LONG = 8
/** Letters that begin a phrase so that it is known before its end. */
const BEGUN = 4
const ENDING = /(?:ny?a?|ku|mu|lah)$/
const VOWELS = /[aeiou]/g

/**
 * @param {Card} card
 * @param {Lexicon} lexicon
 * @returns {(text: string) => boolean}
 */
export function urgentBy(card, lexicon) {
  const alike = new Set(card.alike.split(" "))
  const plain = (/** @type {string} */ text) => wordsOf(text).map((word) => lexicon.same(word))
  const telling = (/** @type {string} */ text) => plain(text).filter((word) => !lexicon.ignored.has(word))
  const entries = card.said.split("\n").flatMap((line) => {
    const [said, unless] = line.split("=")
    const not = new Set(plain(unless))
    return said.split(";").map((phrase) => ({ phrase: telling(phrase), not }))
  })
  const phrases = entries.filter(({ phrase }) => phrase.length)
  const right = new Set(phrases.flatMap(({ phrase }) => phrase))
  const near = (/** @type {string} */ word, /** @type {string} */ wanted, /** @type {boolean} */ isAlone) => {
    if (word === wanted || (word.length > 4 && word.replace(ENDING, "") === wanted)) return true
    if (right.has(word) || alike.has(word) || lexicon.isKnown(word)) return false
    if (/\d/.test(wanted)) return false
    return isSlip(word, wanted, isAlone) || isShortened(word, wanted)
  }
  return (text) => {
    const words = telling(text)
    const last = /[a-z]$/i.test(text.trim()) ? words[words.length - 1] ?? "" : ""
    return phrases.some(({ phrase, not }) => {
      if (not.size && words.some((word) => not.has(word))) return false
      if (phrase.length === 1) {
        const [wanted] = phrase
        if (words.some((word) => near(word, wanted, true))) return true
        return last.length >= BEGUN && wanted.startsWith(last) && !alike.has(last) && !lexicon.begins(last)
      }
      const joined = phrase.join("")
      return standsIn(phrase, words, (word, wanted) => near(word, wanted, false)) ||
        words.some((word) => word === joined || (joined.length >= LONG && near(word, joined, true)))
    })
  }
}

/** A slip or two; the first letter is right, or all of them are there. @param {string} word @param {string} wanted @param {boolean} isAlone */
function isSlip(word, wanted, isAlone) {
  if (wanted.length < (isAlone ? ALONE : AMONG) || word.length < 3) return false
  const most = wanted.length >= LONG ? 2 : 1
  if (distance(word, wanted, most) > most) return false
  return word[0] === wanted[0] || word[1] === wanted[0] || word[0] === wanted[1]
}

/** The vowels are left out, as on phones: kjng, pngsn. @param {string} word @param {string} wanted */
export function isShortened(word, wanted) {
  if (word.length < 3 || word.length >= wanted.length || word[0] !== wanted[0]) return false
  if (word.replace(VOWELS, "") !== wanted.replace(VOWELS, "")) return false
  let at = 0
  for (const letter of wanted) if (letter === word[at]) at++
  return at === word.length
}
