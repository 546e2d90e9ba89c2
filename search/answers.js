/** Answers from the register, which say by themselves what somebody looks for. */
import { standsIn } from "./phrases.js"
import { wordsOf } from "./words.js"

/**
 * @typedef {import("./lexicon.js").Lexicon} Lexicon
 * @typedef {{ url: string, anchor: string, text: string, amounts: number[], said: string[][] }} Answer
 * @typedef {{ answer: Answer, isAll: boolean, isSure: boolean }} Found an answer of which the amount was
 *   typed is sure
 */

/** An answer of which the words are so large a part of what was typed stands first. */
const MOST = 0.5

/**
 * @param {string} lines
 * @param {Lexicon} lexicon
 * @returns {Answer[]}
 */
export function answersOf(lines, lexicon) {
  return lines.split("|").filter(Boolean).map((line) => {
    const [to, text, amounts = "", said = ""] = line.split("^")
    const [url, anchor] = to.split("#")
    return {
      url,
      anchor: anchor ? `#${anchor}` : "",
      text,
      amounts: amounts.split(" ").filter(Boolean).map(Number),
      said: said.split(";").filter(Boolean).map((phrase) => tellingOf(phrase, lexicon)),
    }
  })
}

/**
 * The answers to what was typed, the best first: those with an amount in it, then those with the longest phrase.
 * @param {Answer[]} answers
 * @param {string} text
 * @param {number[]} amounts
 * @param {Lexicon} lexicon
 * @returns {Found[]}
 */
export function answersTo(answers, text, amounts, lexicon) {
  const words = tellingOf(text, lexicon)
  const found = answers.map((answer) => {
    if (answer.amounts.some((amount) => amounts.includes(amount))) return { answer, length: Infinity, isAll: true, isSure: true }
    const lengths = answer.said
      .filter((phrase) => standsIn(phrase, words, (word, wanted) => word === wanted))
      .map((phrase) => phrase.length)
    const length = Math.max(0, ...lengths)
    return { answer, length, isAll: length >= words.length * MOST, isSure: length === words.length }
  })
  return found.filter(({ length }) => length).sort((a, b) => b.length - a.length)
}

/** @param {string} text @param {Lexicon} lexicon */
const tellingOf = (text, lexicon) =>
  wordsOf(text)
    .filter((word) => !lexicon.ignored.has(word) && !lexicon.light.has(word))
    .map((word) => lexicon.root(lexicon.same(word)))
