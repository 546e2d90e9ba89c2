/** Words that were typed without the spaces between them: kartutidakaktif. */
import { stripped } from "./roots.js"

/** @typedef {import("./lexicon.js").Lexicon} Lexicon */

/** Letters of a word that may be several, of a short one (KTP), and of one that is only an abbreviation (HP). */
const [FEWEST, LONGEST] = [6, 40]
const SHORT = 3
const SHORTEST = 2
/** So many words may have been typed as one. */
const MOST = 4
const TYPED = /^[a-z]+\d?$/
const COUNT = /^\d$/

/**
 * The fewest words of which a word is made; the word itself, where it is one, or not made of any.
 * @param {string} word
 * @param {Lexicon} lexicon
 * @returns {string[]}
 */
export function apart(word, lexicon) {
  if (word.length < FEWEST || word.length > LONGEST || !TYPED.test(word)) return [word]
  if (stripped(word).some((rest) => lexicon.isFound(rest) || lexicon.isKnown(rest))) return [word]
  /** @type {(string[] | undefined)[]} of each beginning of the word, its words */
  const made = [[]]
  for (let end = 1; end <= word.length; end++) {
    for (let from = 0; from < end; from++) {
      const words = [...(made[from] ?? Array(MOST)), word.slice(from, end)]
      if (words.length < (made[end]?.length ?? MOST + 1) && isWord(words[words.length - 1], lexicon)) made[end] = words
    }
  }
  const words = made[word.length] ?? []
  return words.some((part) => !lexicon.ignored.has(part)) ? words : [word]
}

/** Whether a part of a word may be one by itself. @param {string} part @param {Lexicon} lexicon */
function isWord(part, lexicon) {
  if (part.length > SHORT) return lexicon.isFound(part) || lexicon.isKnown(part)
  if (part.length === SHORT) return lexicon.isKnown(part)
  return COUNT.test(part) || (part.length === SHORTEST && lexicon.roots.has(part) && !lexicon.ignored.has(part))
}
