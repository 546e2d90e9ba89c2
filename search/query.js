/** What somebody typed -> what to look for. */
import { apart } from "./apart.js"
import { byRules, stripped } from "./roots.js"
import { isShortened } from "./urgent.js"
import { distance, lettersOf, mayBeNear, slips } from "./typos.js"
import { wordsOf } from "./words.js"

/** @typedef {import("./lexicon.js").Lexicon} Lexicon */

/**
 * One way to read a word: roots that should stand on a page, and how sure that is. `form` is the word that was taken for
 * a misspelt one.
 * @typedef {{ roots: string[], sure: number, form?: string }} Reading
 */

/**
 * A word, or words that belong together, and all ways to read them. `weight` is less for words that only accompany.
 * @typedef {{ word: string, readings: Reading[], weight: number }} Slot
 */

/**
 * A word as pages write it, and as it was typed; `isWhole` where letters that were left out stand in it again.
 * @typedef {{ word: string, typed: string, isWhole?: boolean }} Written
 */

const SURE = { exact: 1, stripped: 0.9, joined: 0.9, synonym: 0.85, prefix: 0.5, only: 0.7, typo: 0.75, shortened: 0.8 }
const SLIP = 0.12
const ACCOMPANYING = 0.4
const COUNTING = 0.2
/** A larger number is no count of months or children, and tells as much as a word. */
const DOZEN = 12
/** ktpnya, ktpku */
const OWN = /(?:nya|ku|mu)$/
/** What a word tells that most questions have. */
const LIGHT = 0.2
const TYPOS = 3
/** Of so much of its letters a word that is offered may differ. */
const LIKE = 0.45
/** How many: the same small numbers stand on many pages. */
const COUNT = /^\d{1,2}$/
/** Digits that no page has: somebody looks for whose number it is, or for another one. */
const TELEPHONE = /^\d{6,14}$/
const CALL = "telepon"
/** No word has more letters. */
const LONGEST = 40
/** Letters of a word that may have an affix and a root. */
const LONG = 7
/** Letters that are left of a word without its affixes before it is taken to have a slip, too. */
const TAKEN = 5
/** A word of fewer letters is another one with another first letter: kurus is not urus, nor suku buku. */
const FIRM = 6
/** So many words that say little may stand between two of a phrase. */
const BETWEEN = 2
/** A word that is found and has so many letters is no longer the beginning of others. */
const WHOLE = 4
/** Letters of which the beginning of a word has two at least, and words of a phrase that is being typed. */
const BEGUN = 2
const TAIL = 4
/** tolonggg */
const REPEATED = /([a-z])\1{2,}/gi

/**
 * The words of a text with their readings. Beside the name of a page, a word that was guessed only comes along: after
 * "puskesmas" stand names that nobody knows here.
 * @param {string} text
 * @param {Lexicon} lexicon
 * @param {boolean} isExact Is every word meant as it was typed?
 * @returns {Slot[]}
 */
export function slotsOf(text, lexicon, isExact = false) {
  const unfinished = /[a-z0-9]$/i.test(text)
  const typed = wordsOf(text.replace(REPEATED, "$1")).flatMap((word) => (isExact ? word : apart(word, lexicon)))
  /** @type {Written[]} */
  const words = isExact ? typed.map((word) => ({ word, typed: word })) : inOtherWords(typed, lexicon, unfinished)
  const last = unfinished ? words.length - 1 : -1
  const meant = synonymsIn(words.map(({ word }) => rootOf(word, lexicon)), lexicon, words)
  /** @type {Slot[]} */
  const slots = []
  for (let at = 0; at < words.length; at++) {
    const { word, typed, isWhole } = words[at]
    const found = meant.find(({ from, to }) => at >= from && at < to)
    const starts = found?.from === at
    const ignored = lexicon.ignored.has(word)
    if (ignored && !starts) continue
    let readings = ignored ? [] : exactly(word, lexicon)
    if (isWhole) for (const reading of readings) Object.assign(reading, { form: word, sure: SURE.shortened })
    if (!readings.length && !found && at + 1 < words.length) {
      const joined = together(words[at], words[at + 1], lexicon)
      if (joined) {
        slots.push(joined)
        at++
        continue
      }
    }
    const isSaid = found?.meanings.some((roots) => roots.length)
    const exact = readings[0]?.roots[0]
    if (at === last && !isSaid && (!exact || word.length < WHOLE)) {
      readings = [...readings, ...begun(word, words, lexicon).filter(({ roots }) => roots[0] !== exact)]
    }
    if (!readings.length && !found && !isExact) readings = guessed(word, lexicon)
    if (starts) for (const roots of found.meanings) if (roots.length) readings.push({ roots, sure: SURE.synonym })
    const isLight = lexicon.light.has(word.replace(OWN, ""))
    if (isLight && starts) for (const reading of readings) if (reading.sure === SURE.exact) reading.sure = LIGHT
    const weight = COUNT.test(word) ? (Number(word) > DOZEN ? 1 : COUNTING) : isLight && !starts ? LIGHT : found && !starts ? ACCOMPANYING : 1
    slots.push({ word: typed, readings, weight })
  }
  const isNamed = slots.some(({ readings: [first] }) =>
    first?.sure === SURE.exact && lexicon.pages.some(({ names }) => names.join() === first.roots[0]))
  for (const slot of slots) if (isNamed && slot.readings[0]?.form) slot.weight *= ACCOMPANYING
  return slots
}

/**
 * What was taken for what: a misspelt word, and the one whose results are shown.
 * @param {Slot[]} slots
 * @returns {[string, string][]}
 */
export function instead(slots) {
  return slots.flatMap(({ word, readings }) => {
    const form = readings[0]?.form
    return form && form !== word ? [/** @type {[string, string]} */ ([word, form])] : []
  })
}

/**
 * Words as pages write them: those that only are other spellings, or words of another language, unless they belong to a
 * phrase of which something is said. Two letters may be the beginning of a word.
 * @param {string[]} typed
 * @param {Lexicon} lexicon
 * @param {boolean} unfinished
 */
function inOtherWords(typed, lexicon, unfinished) {
  const words = typed.map((word) => written(word, lexicon))
  const phrases = synonymsIn(words.map(({ word }) => lexicon.root(word)), lexicon).filter(({ from, to }) => to > from + 1)
  return words.map((each, at) => {
    const isLast = unfinished && at === words.length - 1
    if (isLast && each.isWhole && lexicon.begins(each.typed)) return { word: each.typed, typed: each.typed }
    const isBegun = isLast && each.word.length <= BEGUN
    const isKept = isBegun || lexicon.forms.has(each.word) || phrases.some(({ from, to }) => at >= from && at < to)
    return isKept ? each : { ...each, word: lexicon.same(each.word) }
  })
}

/**
 * A word as it is written, of which somebody left out the vowels, or that ends in the o of Minangkabau and Javanese: caro.
 * @param {string} typed
 * @param {Lexicon} lexicon
 * @returns {Written}
 */
function written(typed, lexicon) {
  if (typed.length < 3 || lexicon.isKnown(typed) || !/^[a-z]+$/.test(typed)) return { word: typed, typed }
  let word = typed
  for (const each of lexicon.whole.get(typed[0]) ?? []) {
    if (isShortened(typed, each) && (word === typed || each.length < word.length)) word = each
  }
  const hasRoot = stripped(typed).some((rest) => rest.length > 3 && lexicon.roots.has(rest))
  const sound = typed.replace(/o$/, "a")
  if (word === typed && lexicon.isKnown(sound)) return { word: sound, typed }
  if (word === typed && !hasRoot) {
    const [likely] = typed.length < LONG - 2 ? [] : misspelt(typed, [typed], lexicon)
    if (likely?.form && likely.sure >= SURE.typo - SLIP && lexicon.words.has(likely.form)) word = likely.form
  }
  return { word, typed, isWhole: word !== typed }
}

/**
 * A word's root, by affixes of speech too, where it has none that is found.
 * @param {string} word
 * @param {Lexicon} lexicon
 */
function rootOf(word, lexicon) {
  const root = lexicon.root(word)
  if (lexicon.roots.has(root) || lexicon.isKnown(word)) return root
  return longest(stripped(word).filter((rest) => lexicon.roots.has(rest))) ?? root
}

/** @param {string[]} words */
const longest = (words) => words.sort((a, b) => b.length - a.length)[0]

/**
 * The synonyms in a row of roots, the longest first from the left. Between the words of a phrase may stand some that are
 * ignored: kartu saya mati.
 * @param {string[]} roots
 * @param {Lexicon} lexicon
 * @param {{ word: string }[]} [words] as they were typed
 */
function synonymsIn(roots, lexicon, words = []) {
  const found = []
  for (let from = 0; from < roots.length; ) {
    const fitting = (lexicon.synonyms.get(roots[from]) ?? [])
      .filter(({ bare }) => !bare || bare !== words[from]?.word || lexicon.roots.has(bare))
      .map((entry) => ({ ...entry, to: endOf(entry.phrase, roots, from, lexicon) }))
      .filter(({ to }) => to)
      .sort((a, b) => b.phrase.length - a.phrase.length || a.to - b.to)[0]
    if (fitting) found.push({ from, to: fitting.to, meanings: fitting.meanings })
    from = fitting ? fitting.to : from + 1
  }
  return found
}

/**
 * Where a phrase ends that begins there, or 0.
 * @param {string[]} phrase @param {string[]} roots @param {number} at @param {Lexicon} lexicon
 */
function endOf(phrase, roots, at, lexicon) {
  for (const root of phrase) {
    for (let over = 0; roots[at] !== root && over < BETWEEN && passes(roots[at], lexicon); over++) at++
    if (roots[at] !== root) return 0
    at++
  }
  return at
}

/** @param {string | undefined} root @param {Lexicon} lexicon */
const passes = (root, lexicon) => root !== undefined && (lexicon.ignored.has(root) || lexicon.light.has(root))

/** @param {string} word @param {Lexicon} lexicon @returns {Reading[]} */
function exactly(word, lexicon) {
  const root = lexicon.forms.get(word) ?? lexicon.root(word)
  /** @type {Reading[]} */
  const found = lexicon.roots.has(root) ? [{ roots: [root], sure: SURE.exact }] : []
  const bare = lexicon.language && root === word && longest(stripped(word).filter((rest) => rest !== word && rest.length > 3 && lexicon.roots.has(rest)))
  return found.length && bare ? [...found, { roots: [bare], sure: SURE.stripped }] : found
}

/**
 * One word that was typed as two, maybe with slips.
 * @param {{ word: string }} left
 * @param {{ word: string }} right
 * @param {Lexicon} lexicon
 * @returns {Slot | undefined}
 */
function together(left, right, lexicon) {
  if (lexicon.ignored.has(right.word)) return undefined
  const word = left.word + right.word
  const whole = exactly(word, lexicon)
  const readings = (whole.length || word.length < LONG ? whole : misspelt(word, [word], lexicon)).slice(0, 1)
  return readings.length ? { word: `${left.word} ${right.word}`, readings, weight: 1 } : undefined
}

/**
 * Readings of a word that the index doesn't know.
 * @param {string} word
 * @param {Lexicon} lexicon
 * @returns {Reading[]}
 */
function guessed(word, lexicon) {
  const isSpeltRight = lexicon.told.has(word)
  if (TELEPHONE.test(word)) return exactly(CALL, lexicon).map((reading) => ({ ...reading, sure: SURE.typo, form: CALL }))
  if (isSpeltRight || word.length < 3 || word.length > LONGEST || /^\d+$/.test(word)) return []
  const rests = stripped(word)
  const rest = longest(rests.filter((each) => lexicon.roots.has(each)))
  return rest ? [{ roots: [rest], sure: SURE.stripped }] : misspelt(word, rests, lexicon)
}

/**
 * The words that differ least. A word without its affixes may have slips too; it is less likely meant.
 * @param {string} word
 * @param {string[]} rests
 * @param {Lexicon} lexicon
 * @returns {Reading[]}
 */
function misspelt(word, rests, lexicon) {
  /** @type {Map<string, { form: string, cost: number }>} by root, or by the word that is said for others */
  const far = new Map()
  for (const likely of slipsUndone(word)) {
    const root = lexicon.told.get(likely) ?? byRules(likely)
    const isSure = root.length >= TAKEN || lexicon.isKnown(likely)
    if (isSure && lexicon.roots.has(root)) far.set(root, { form: likely, cost: 1 })
  }
  for (const rest of rests) {
    if (rest !== word && (rest.length < TAKEN || !word.includes(rest))) continue
    const most = rest === word ? slips(rest.length) : Math.min(1, slips(rest.length))
    const bits = lettersOf(rest)
    for (const { form, root, letters } of lexicon.spellings) {
      if (Math.abs(form.length - rest.length) > most || !mayBeNear(bits, letters, most)) continue
      if (rest.length < FIRM && !beginsAlike(rest, form)) continue
      const slipped = distance(rest, form, most)
      if (slipped > most || (slipped > 1 && !beginsAlike(rest, form))) continue
      const cost = slipped + (rest === word ? 0 : 0.5) + (form[0] === rest[0] ? 0 : 0.5)
      if (cost < (far.get(root || form)?.cost ?? Infinity)) far.set(root || form, { form, cost })
    }
  }
  const nearest = [...far].sort((a, b) => a[1].cost - b[1].cost).slice(0, TYPOS)
  const least = nearest[0]?.[1].cost ?? 0
  return nearest
    .filter(([, { cost }]) => cost <= least + 0.5)
    .flatMap(([root, { form, cost }]) => {
      const sure = SURE.typo - SLIP * cost
      if (lexicon.roots.has(root)) return [{ roots: [root], sure, form }]
      return meaningsOf(form, lexicon).map((roots) => ({ roots, sure: sure * SURE.synonym, form }))
    })
}

/** Whether the first letter is right, or changed places with the second. @param {string} one @param {string} other */
const beginsAlike = (one, other) => one[0] === other[0] || (one[0] === other[1] && one[1] === other[0])

/** The roots of each meaning of a word or phrase that is said for others. @param {string} said @param {Lexicon} lexicon */
const meaningsOf = (said, lexicon) =>
  (lexicon.said.get(said) ?? []).map((meaning) => lexicon.rootsOf(meaning)).filter((roots) => roots.length)

/**
 * A longer word without one of its letters, or with two in a row changed: whatever affixes it has, it is one word then.
 * @param {string} word
 */
function* slipsUndone(word) {
  if (word.length < LONG) return
  for (let at = 0; at < word.length; at++) {
    yield word.slice(0, at) + word.slice(at + 1)
    yield word.slice(0, at) + (word[at + 1] ?? "") + word[at] + word.slice(at + 2)
  }
}

/**
 * Words, and phrases that are said for others, of which the beginning was typed; the word may have an affix that they
 * have not.
 * @param {string} word
 * @param {{ word: string }[]} words all of them, this one last
 * @param {Lexicon} lexicon
 * @returns {Reading[]}
 */
function begun(word, words, lexicon) {
  if (word.length < BEGUN) return []
  /** @type {Reading[]} */
  const said = []
  for (let from = Math.max(0, words.length - TAIL); from < words.length; from++) {
    const tail = words.slice(from).map((each) => each.word).join(" ")
    if (tail.length < LONG / 2) break
    for (const phrase of lexicon.said.keys()) {
      if (phrase !== tail && phrase.startsWith(tail)) {
        for (const roots of meaningsOf(phrase, lexicon)) said.push({ roots, sure: SURE.prefix * SURE.synonym })
      }
    }
  }
  for (const begin of stripped(word).filter((rest) => rest.length > 2 || rest === word)) {
    const found = new Set()
    for (const { form, root } of lexicon.spellings) if (root && form.startsWith(begin)) found.add(root)
    const sure = found.size === 1 && begin === word && word.length >= WHOLE ? SURE.only : SURE.prefix
    if (found.size) return [...[...found].map((root) => ({ roots: [root], sure })), ...said]
  }
  return said
}

/**
 * Words of titles and headings that are most like one that nothing was found for.
 * @param {string} text
 * @param {Lexicon} lexicon
 * @param {number} most
 */
export function nearestWords(text, lexicon, most) {
  const far = []
  for (const word of wordsOf(text)) {
    if (word.length < 3 || lexicon.ignored.has(word)) continue
    for (const form of lexicon.forms.keys()) {
      if (form.length < 4 || lexicon.ignored.has(form)) continue
      const limit = Math.floor(Math.max(word.length, form.length) * LIKE)
      const apart = distance(word, form, limit)
      if (apart <= limit) far.push({ form, share: apart / Math.max(word.length, form.length) })
    }
  }
  far.sort((a, b) => a.share - b.share || (a.form < b.form ? -1 : 1))
  return [...new Set(far.map(({ form }) => form))].slice(0, most)
}
