/** Hits -> the results that the theme shows. */
import { nearestWords } from "./query.js"
import { wordsOf } from "./words.js"

/**
 * @typedef {import("./lexicon.js").Lexicon} Lexicon
 * @typedef {import("./rank.js").Hit} Hit
 * @typedef {import("./query.js").Slot} Slot
 * @typedef {{ location: string, title: string, text: string, score: number }} Item
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
 * @param {Slot[]} slots
 * @param {Lexicon} lexicon
 * @returns {(text: string) => string} text as HTML in which the words that were looked for are marked
 */
export function markerOf(slots, lexicon) {
  const roots = new Set(slots.flatMap(({ readings }) => readings.flatMap((reading) => reading.roots)))
  return (text) => mark(text, roots, lexicon)
}

/**
 * @param {Hit[]} hits
 * @param {(text: string) => string} marked
 * @param {Setting} setting
 * @param {import("./answers.js").Found[]} said answers, each of which stands with its page
 * @returns {Item[][]} by page, the page first
 */
export function itemsOf(hits, marked, setting, said = []) {
  return hits.slice(0, PAGES).map(({ page, score, parts }) => {
    const to = (/** @type {string} */ anchor) => address(page.url, anchor, setting)
    const told = said.find(({ answer }) => answer.url === page.url)?.answer
    const strong = parts.filter((part) => part.score > parts[0].score / 2)
    const there = page.parts.find((part) => told?.anchor && part.anchor === told.anchor && !part.text)
    const others = strong.filter(({ part }) => part !== there)
    const shown = (there ? [{ part: there, score }, ...others] : others).slice(0, PARTS)
    const title = marked(page.title) + (told ? answer(escaped(told.text), true) : answer(marked(page.answer)))
    return [
      { location: to(""), title, text: "", score },
      ...shown.map(({ part }, number) => ({
        location: to(part.anchor),
        title: marked(part.title),
        text: marked(part.text),
        score: number < OPEN ? score : score / 2,
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
  }))
  if (lexicon.ask) {
    const [number, link, name] = lexicon.ask
    const title = `<span data-cari-nihil>Telepon ${escaped(name)} ${escaped(number)}</span>`
    items.push({ location: link, title, text: "Petugas menjawab pertanyaan Anda.", score: 1 })
  }
  return items.map((item) => [item])
}

/**
 * The card of emergencies: its page, then the numbers to call.
 * @param {import("./urgent.js").Card} card
 * @param {Setting} setting
 * @returns {Item[]}
 */
export function cardOf({ to, title, calls }, setting) {
  const item = (/** @type {string} */ location, /** @type {string} */ html) =>
    ({ location, title: html, text: "", score: 1000 })
  const call = (/** @type {[string, string, string]} */ [number, link, name]) =>
    item(link, `<span data-cari-telepon>Telepon ${escaped(number)}</span> <span class="cari__jawab">${escaped(name)}</span>`)
  return [item(address(to, "", setting), `<span data-cari-darurat>${escaped(title)}</span>`), ...calls.map(call)]
}

/**
 * A place, which stands above all else.
 * @param {{ url: string, title: string }} place
 * @param {Setting} setting
 * @returns {Item[]}
 */
export const placeOf = ({ url, title }, setting) =>
  [{ location: address(url, "", setting), title: escaped(title), text: "", score: 1000 }]

/**
 * The theme shows the text of a page only where none of its parts is found: so it stands with the title.
 * @param {string} html
 * @param {boolean} isTold Is it an answer from the register?
 */
const answer = (html, isTold = false) =>
  html ? ` <span class="cari__jawab"${isTold ? " data-cari-jawaban" : ""}>${html}</span>` : ""

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
