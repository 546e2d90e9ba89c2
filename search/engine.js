/** The search: an index in, a function from words to results out. Runs in a worker, or in a page opened from a disk. */
import { amountsIn } from "./amounts.js"
import { answersOf, answersTo } from "./answers.js"
import { Lexicon } from "./lexicon.js"
import { instead, slotsOf } from "./query.js"
import { hitsOf } from "./rank.js"
import { cardOf, itemsOf, markerOf, nothingFound } from "./results.js"
import { urgentBy } from "./urgent.js"

export const FORMAT = 4
/** Of what somebody typed so much is read. */
const LONGEST = 400
/** In place of an amount of which no answer speaks. */
const MONEY = " rupiah "
const QUOTED = /^["\u201c](.+)["\u201d]$/

/**
 * @typedef {import("./results.js").Item[][] & { instead?: [string, string][], marked?: (text: string) => string }} Found
 *   what was found, by page, what words were taken for others, and what marks the words in another text
 */

/**
 * @param {import("./lexicon.js").Data} data
 * @param {import("./results.js").Setting} setting
 * @returns {(text: string) => Found} words in quotation marks are looked for as they are
 */
export function searchIn(data, setting) {
  if (data.format !== FORMAT) throw new Error(`index of format ${data.format}`)
  const lexicon = new Lexicon(data, setting.language)
  const answers = answersOf(data.answers, lexicon)
  const { urgent } = data
  const isUrgent = urgent ? urgentBy(urgent, lexicon) : () => false
  return (typed) => {
    const quoted = typed.trim().match(QUOTED)
    const text = (quoted ? quoted[1] : typed).slice(0, LONGEST)
    const { amounts, rest } = amountsIn(text)
    const said = answersTo(answers, text, amounts, lexicon)
    const isTold = said.some(({ answer }) => answer.amounts.some((amount) => amounts.includes(amount)))
    const slots = slotsOf(amounts.length && !isTold ? rest + MONEY : rest, lexicon, Boolean(quoted))
    const hits = hitsOf(slots, lexicon, said)
    const marked = markerOf(slots, lexicon)
    const items = itemsOf(hits, marked, setting, said)
    if (urgent && isUrgent(text)) {
      const card = cardOf(urgent, setting)
      return [card, ...items.filter(([page]) => page.location !== card[0].location)]
    }
    return items.length ? Object.assign(items, { instead: instead(slots), marked }) : nothingFound(text, lexicon)
  }
}
