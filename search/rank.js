/** Which pages answer best, and which of their parts. */

/**
 * @typedef {import("./lexicon.js").Lexicon} Lexicon
 * @typedef {import("./lexicon.js").Page} Page
 * @typedef {import("./lexicon.js").Part} Part
 * @typedef {import("./query.js").Slot} Slot
 * @typedef {{ page: Page, score: number, parts: { part: Part, score: number }[] }} Hit
 */

/** A page that has one of two words gets less than half. */
const MISSING = 0.6
/** Hits that are so much weaker than the first are not shown. */
const FAINT = 0.25
/** A page that is for those who teach and tell stands behind those for whom it is told. */
const LATER = 0.5
/** A page of which the address is all that was typed. */
const NAMED = 2
/** So sure is a word that was typed, or was misspelt. */
const CERTAIN = 0.6
/** A word of less weight only comes along. */
const ACCOMPANYING = 0.2
/** So many are shown, however weak. */
const FEW = 3
/** Another reading of the same word adds a little. */
const ALSO = 0.45

/**
 * @param {Slot[]} slots
 * @param {Lexicon} lexicon
 * @param {import("./answers.js").Found[]} said answers, which lead to their pages
 * @returns {Hit[]} the best first
 */
export function hitsOf(slots, lexicon, said = []) {
  const telling = slots.filter(({ readings }) => readings.length)
  const whole = telling.reduce((sum, slot) => sum + worth(slot, lexicon), 0)
  /** @type {Hit[]} */
  const hits = []
  for (const page of lexicon.pages) {
    const parts = page.parts
      .map((part) => ({ part, score: sum(telling, part.weights, lexicon) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
    let score = sum(telling, page.weights, lexicon) + (parts[0]?.score ?? 0)
    if (!score) continue
    const met = telling.reduce((total, slot) => total + (isOn(slot, page) ? worth(slot, lexicon) : 0), 0)
    score *= 1 - MISSING * (1 - met / whole)
    if (isNamed(page, telling)) score *= isAll(page, telling) ? NAMED : 1
    else if (lexicon.later.has(page.url)) score *= LATER
    hits.push({ page, score, parts })
  }
  hits.sort((a, b) => b.score - a.score)
  const strong = hits.filter(({ score }, at) => at < FEW || score > hits[0].score * FAINT)
  const other = hits.find(({ page }) => isNamed(page, telling))?.page.url
  return answered(strong, lexicon, said.filter(({ answer, isSure }) => isSure || !other || other === answer.url))
}

/**
 * Pages whose answer says what was asked for come first, in the order of the answers.
 * @param {Hit[]} hits
 * @param {Lexicon} lexicon
 * @param {import("./answers.js").Found[]} said
 */
function answered(hits, lexicon, said) {
  const urls = new Set(said.filter(({ isAll }) => isAll).map(({ answer }) => answer.url))
  const first = [...urls].flatMap((url) => {
    const page = lexicon.pages.find((each) => each.url === url)
    return page ? [hits.find((hit) => hit.page === page) ?? { page, score: hits[0]?.score ?? 1, parts: [] }] : []
  })
  return [...first, ...hits.filter((hit) => !first.includes(hit))]
}

/** How telling a slot is. @param {Slot} slot @param {Lexicon} lexicon */
function worth(slot, lexicon) {
  const each = slot.readings.map(({ roots }) => Math.max(...roots.map((root) => lexicon.roots.get(root) ?? 0), 0))
  return slot.weight * Math.max(...each, 0)
}

/** @param {Slot} slot @param {Page} page */
function isOn(slot, page) {
  const has = (/** @type {string} */ root) =>
    page.weights.has(root) || page.parts.some((part) => part.weights.has(root))
  return slot.readings.some(({ roots }) => roots.every(has))
}

/** Whether all words of a page's address were typed, as they are or with slips. @param {Page} page @param {Slot[]} slots */
const isNamed = ({ names }, slots) =>
  names.length > 0 && names.every((name) => slots.some((slot) => isRead(slot, name)))

/** Whether nothing else was typed that tells. @param {Page} page @param {Slot[]} slots */
const isAll = ({ names }, slots) =>
  slots.every((slot) => slot.weight <= ACCOMPANYING || names.some((name) => isRead(slot, name)))

/** @param {Slot} slot @param {string} root */
const isRead = ({ readings }, root) =>
  readings.some(({ roots, sure }) => sure >= CERTAIN && roots.includes(root))

/** @param {Slot[]} slots @param {Map<string, number>} weights @param {Lexicon} lexicon */
function sum(slots, weights, lexicon) {
  let total = 0
  for (const { readings, weight } of slots) {
    let best = 0
    let others = 0
    for (const { roots, sure } of readings) {
      let score = 0
      for (const root of roots) score += (weights.get(root) ?? 0) * (lexicon.roots.get(root) ?? 0)
      score = (score * sure) / Math.sqrt(roots.length)
      if (score > best) {
        others += best
        best = score
      } else others += score
    }
    total += weight * (best + ALSO * Math.min(best, others))
  }
  return total
}
