/** The search: an index in, a function from words to results out. Runs in a worker, or in a page opened from a disk. */
import { Lexicon } from "./lexicon.js"
import { slotsOf } from "./query.js"
import { hitsOf } from "./rank.js"
import { itemsOf, nothingFound } from "./results.js"

export const FORMAT = 2
/** Of what somebody typed so much is read. */
const LONGEST = 200

/**
 * @param {import("./lexicon.js").Data} data
 * @param {import("./results.js").Setting} setting
 * @returns {(text: string) => import("./results.js").Item[][]}
 */
export function searchIn(data, setting) {
  if (data.format !== FORMAT) throw new Error(`index of format ${data.format}`)
  const lexicon = new Lexicon(data, setting.language)
  return (typed) => {
    const text = typed.slice(0, LONGEST)
    const slots = slotsOf(text, lexicon)
    const hits = translated(hitsOf(slots, lexicon), setting.language)
    return hits.length ? itemsOf(hits, slots, lexicon, setting) : nothingFound(text, lexicon)
  }
}

/**
 * A translation stands for the page that it translates, with the score of the better of the two.
 * @param {import("./rank.js").Hit[]} hits
 * @param {string} language
 */
function translated(hits, language) {
  const inIt = hits.filter(({ page }) => page.language)
  const of = new Map(inIt.map((hit) => [hit.page.url.slice(language.length + 1), hit]))
  for (const { page, score } of hits) {
    const translation = of.get(page.url)
    if (translation) translation.score = Math.max(translation.score, score)
  }
  return hits.filter(({ page }) => !of.has(page.url)).sort((a, b) => b.score - a.score)
}
