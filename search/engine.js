/** The search: an index in, a function from words to results out. Runs in a worker, or in a page opened from a disk. */
import { amountsIn } from "./amounts.js"
import { answersOf, answersTo } from "./answers.js"
import { Lexicon } from "./lexicon.js"
import { nearIn } from "./near.js"
import { instead, slotsOf } from "./query.js"
import { hitsOf } from "./rank.js"
import { cardOf, itemsOf, markerOf, nothingFound, placeOf } from "./results.js"
import { urgentBy } from "./urgent.js"
import { wordsOf } from "./words.js"

export const FORMAT = 6
/** Of what somebody typed so much is read. */
const LONGEST = 400
/** In place of an amount of which no answer speaks. */
const MONEY = " rupiah "
const NUMBER = /^\d+$/
const QUOTED = /^["\u201c](.+)["\u201d]$/

/**
 * @typedef {import("./results.js").Item[][] & { instead?: [string, string][], marked?: (text: string) => string }} Found
 *   what was found, by page, what words were taken for others, and what marks the words in another text
 */

/**
 * What the search needs of an index; made anew when more of that is there.
 * @param {import("./lexicon.js").Data} data
 * @param {string} language
 * @param {import("./lexicon.js").More[]} more
 */
function read(data, language, more) {
  const lexicon = new Lexicon(data, language, more)
  const isUrgent = data.urgent ? urgentBy(data.urgent, lexicon) : () => false
  return { lexicon, isUrgent, answers: answersOf(data.answers, lexicon) }
}

/**
 * @param {import("./lexicon.js").Data} data
 * @param {import("./results.js").Setting} setting
 * @param {(() => import("./lexicon.js").More | undefined)} [fetch] gives the second file, or nothing where it isn't to be had
 * @param {import("./lexicon.js").More} [translation] the pages of the setting's language
 * @returns {(text: string) => Found} words in quotation marks are looked for as they are
 */
export function searchIn(data, setting, fetch, translation) {
  if (data.format !== FORMAT) throw new Error(`index of format ${data.format}`)
  const files = translation ? [translation] : []
  const { urgent } = data
  const named = new Set(data.named.split(" "))
  let known = read(data, setting.language, files)
  let names = ""
  return (typed) => {
    const quoted = typed.trim().match(QUOTED)
    const text = (quoted ? quoted[1] : typed).slice(0, LONGEST)
    const { amounts, rest } = amountsIn(text, known.lexicon.said)
    const more = fetch && isWanting(rest, known.lexicon, named) ? fetch() : undefined
    if (more) {
      fetch = undefined
      names = more.near ?? ""
      known = read(data, setting.language, [...files, more])
    }
    const { lexicon, isUrgent, answers } = known
    const said = answersTo(answers, text, amounts, lexicon)
    const isTold = said.some(({ answer }) => answer.amounts.some((amount) => amounts.includes(amount)))
    const slots = slotsOf(amounts.length && !isTold ? rest + MONEY : rest, lexicon, Boolean(quoted))
    const hits = hitsOf(slots, lexicon, said)
    const marked = markerOf(slots, lexicon)
    const near = nearIn(names, text).map((place) => placeOf(place, setting))
    const items = [...near, ...itemsOf(hits, marked, setting, said)]
    if (urgent && isUrgent(text)) {
      const card = cardOf(urgent, setting)
      return [card, ...items.filter(([page]) => page.location !== card[0].location)]
    }
    return items.length ? Object.assign(items, { instead: instead(slots), marked }) : nothingFound(text, lexicon)
  }
}

/**
 * Whether the second file may know more: of a word that the first one doesn't know, or that is part of a name.
 * @param {string} text
 * @param {Lexicon} lexicon
 * @param {Set<string>} named
 */
function isWanting(text, lexicon, named) {
  const words = wordsOf(text)
  const last = /[a-z0-9]$/i.test(text) ? words.length - 1 : -1
  return words.some((word, at) => {
    if (named.has(lexicon.root(word))) return true
    return (word.length > 2 || NUMBER.test(word)) && !lexicon.isFound(word) && !lexicon.isKnown(word) && !(at === last && lexicon.begins(word))
  })
}
