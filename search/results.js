/** Hits -> the results that the theme shows. */
import { nearestWords } from "./query.js"
import { wordsOf } from "./words.js"

/**
 * @typedef {import("./lexicon.js").Lexicon} Lexicon
 * @typedef {import("./rank.js").Hit} Hit
 * @typedef {import("./query.js").Slot} Slot
 * @typedef {{ location: string, title: string, text: string, score: number, terms: Record<string, boolean> }} Item
 */

const PAGES = 10
const PARTS = 3
const OPEN = 2
const WORDS = 3

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/**
 * Where results lead: in the language of the page that asks, and to files where a folder can't be opened.
 * @typedef {{ language: string, files: boolean }} Setting
 */

/**
 * @param {Hit[]} hits
 * @param {Slot[]} slots
 * @param {Lexicon} lexicon
 * @param {Setting} setting
 * @returns {Item[][]} by page, the page first
 */
export function itemsOf(hits, slots, lexicon, setting) {
  const roots = new Set(slots.flatMap(({ readings }) => readings.flatMap((reading) => reading.roots)))
  const marked = (/** @type {string} */ text) => mark(text, roots, lexicon)
  return hits.slice(0, PAGES).map(({ page, score, parts }) => {
    const to = (/** @type {string} */ anchor) => address(page.url, anchor, setting)
    const shown = parts.filter((part) => part.score > parts[0].score / 2).slice(0, PARTS)
    return [
      { location: to(""), title: marked(page.title) + answer(marked(page.answer)), text: "", score, terms: {} },
      ...shown.map(({ part }, number) => ({
        location: to(part.anchor),
        title: marked(part.title),
        text: marked(part.text),
        score: number < OPEN ? score : score / 2,
        terms: {},
      })),
    ]
  })
}

/**
 * What is offered when nothing was found: words that are found, and somebody to ask.
 * @param {string} text
 * @param {Lexicon} lexicon
 * @returns {Item[][]}
 */
export function nothingFound(text, lexicon) {
  const near = nearestWords(text, lexicon, WORDS)
  const items = near.map((word) => ({
    location: `?q=${encodeURIComponent(word)}`,
    title: `<span data-cari-kata="${escaped(word)}">Cari “${escaped(word)}”</span>`,
    text: "",
    score: 1,
    terms: {},
  }))
  if (lexicon.ask) {
    const [number, link, name] = lexicon.ask
    const title = `<span data-cari-nihil>Telepon ${escaped(name)} ${escaped(number)}</span>`
    items.push({ location: link, title, text: "Petugas menjawab pertanyaan Anda.", score: 1, terms: {} })
  }
  return items.map((item) => [item])
}

/** The theme shows the text of a page only where none of its parts is found: so it stands with the title. */
const answer = (/** @type {string} */ html) => (html ? ` <span class="cari__jawab">${html}</span>` : "")

/** @param {string} url @param {string} anchor @param {Setting} setting */
function address(url, anchor, { language, files }) {
  const prefix = language && !url.startsWith(`${language}/`) ? `${language}/` : ""
  return prefix + url + (files ? "index.html" : "") + anchor
}

/** @param {string} text @param {Set<string>} roots @param {Lexicon} lexicon */
function mark(text, roots, lexicon) {
  return text.split(/(\brumah sakit\b|[\p{L}\p{N}]+)/iu).map((part, number) => {
    if (number % 2 === 0) return escaped(part)
    const [word] = wordsOf(part)
    return word && !lexicon.ignored.has(word) && roots.has(lexicon.root(word)) ? `<mark>${part}</mark>` : part
  }).join("")
}
