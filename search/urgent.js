/** Whether somebody who types needs help at once. It errs on the side of help: what is misspelt counts too. */
import { rejoined, standsIn } from "./phrases.js"
import { stripped } from "./roots.js"
import { distance } from "./typos.js"
import { wordsOf } from "./words.js"

/**
 * @typedef {import("./lexicon.js").Lexicon} Lexicon
 * @typedef {{ word: string, bare: string, root: string, said: Set<string>, isOpen: boolean }} Typed a word, without its
 *   ending, its root, what its root may be if it was written as it is said, and whether it may be a slip in another
 * @typedef {{ to: string, title: string, calls: [string, string, string][], said: string, alike: string }} Card
 */

/** Letters of a word that may have a slip: of one that stands alone, and of one among others. */
const ALONE = 6
const AMONG = 5
/** Letters that a word without its vowels still has. */
const SHORTEST = 3
/** A word of so many letters may have two. */
const LONG = 8
/** Words that were typed as one have so many letters before a slip counts. */
const JOINED = 10
/** Letters that begin a phrase so that it is known before its end. */
const BEGUN = 4
const ENDING = /(?:ny?a?|ku|mu|lah)$/
/** kesamber, nelen: an a at the end is said as e. */
const SPOKEN = /e(?=[^aeiou]{1,2}$)/
const VOWELS = /[aeiou]/g
/** kejangkejang */
const TWICE = /\b([a-z]{4,})\1\b/gi

/**
 * @param {Card} card
 * @param {Lexicon} lexicon
 * @returns {(text: string) => boolean}
 */
export function urgentBy(card, lexicon) {
  const alike = new Set(card.alike.split(" "))
  const plain = (/** @type {string} */ text) => wordsOf(text.replace(TWICE, "$1")).map((word) => lexicon.same(word))
  const telling = (/** @type {string} */ text) => plain(text).filter((word) => !lexicon.ignored.has(word))
  const entries = card["said"].split("|").flatMap((line) => {
    const [said, unless] = line.split("=")
    const not = new Set(plain(unless))
    return said.split(";").map((phrase) => ({ phrase: wantedOf(telling(phrase), plain(phrase)), not }))
  })
  const phrases = entries.filter(({ phrase }) => phrase.length)
  const spelt = new Set([...lexicon.right, ...alike])
  const right = new Set(phrases.flatMap(({ phrase }) => phrase))
  /** @type {(typed: Typed, wanted: string, isAlone: boolean) => boolean} */
  const near = ({ word, bare, root, said, isOpen }, wanted, isAlone) => {
    if (word === wanted || bare === wanted) return true
    if (alike.has(word)) return false
    if (!isAlone && (root === lexicon.root(wanted) || said.has(lexicon.root(wanted)))) return true
    if (!isOpen || /\d/.test(wanted)) return false
    return (word.length >= (isAlone || wanted.length < AMONG ? AMONG - 1 : SHORTEST) && isShortened(word, wanted)) || isSlip(word, wanted, isAlone, spelt)
  }
  return (text) => {
    const words = rejoined(plain(text), right).map((word) => ({
      word,
      bare: word.length > AMONG - 1 ? word.replace(ENDING, "") : word,
      root: lexicon.root(word),
      said: new Set(stripped(word).map((rest) => rest.replace(SPOKEN, "a"))),
      isOpen: !right.has(word) && !alike.has(word) && !lexicon.isKnown(word),
    }))
    const last = /[a-z]$/i.test(text.trim()) ? words[words.length - 1]?.word ?? "" : ""
    const isBegun = last.length >= BEGUN && !alike.has(last) && !lexicon.begins(last)
    return phrases.some(({ phrase, not }) => {
      if (not.size && words.some(({ word }) => not.has(word))) return false
      if (phrase.length === 1) {
        const [wanted] = phrase
        return (isBegun && wanted.startsWith(last)) || words.some((word) => near(word, wanted, true))
      }
      const joined = phrase.join("")
      return standsIn(phrase, words, (word, wanted) => near(word, wanted, false)) ||
        words.some((each) => each.word === joined || (joined.length >= JOINED && near(each, joined, true)))
    })
  }
}

/**
 * The words of a phrase that tell; all of them, where one alone would be left.
 * @param {string[]} telling
 * @param {string[]} all
 */
const wantedOf = (telling, all) => (telling.length > 1 ? telling : all)

/**
 * A slip or two, in a word that isn't nearer to another one; its first letter is right, or stands second.
 * @param {string} word
 * @param {string} wanted
 * @param {boolean} isAlone
 * @param {Set<string>} spelt words that are spelt right
 */
function isSlip(word, wanted, isAlone, spelt) {
  if (wanted.length < (isAlone ? ALONE : AMONG) || word.length < AMONG - 1) return false
  if (word[0] !== wanted[0] && word[1] !== wanted[0] && word[0] !== wanted[1]) return false
  const most = wanted.length >= LONG ? 2 : 1
  const slipped = distance(word, wanted, most)
  return slipped <= most && ![...spelt].some((form) => distance(word, form, slipped - 1) < slipped)
}

/** Without vowels; ng is one sound, and written as one letter: pgsn. @param {string} word */
const frameOf = (word) => word.replace(VOWELS, "").replace(/ng/g, "g")

/** The vowels are left out, as on phones: kjng, pngsn. @param {string} word @param {string} wanted */
export function isShortened(word, wanted) {
  if (word.length < SHORTEST || word.length >= wanted.length || word[0] !== wanted[0]) return false
  if (frameOf(word) !== frameOf(wanted)) return false
  let at = 0
  for (const letter of wanted) if (letter === word[at]) at++
  return at === word.length
}
