/** The index as it was loaded, ready to be asked. */
import { byRules } from "./roots.js"
import { lettersOf } from "./typos.js"
import { wordsOf } from "./words.js"

const SIGNS = Array.from({ length: 92 }, (_, i) => String.fromCharCode(35 + i)).filter((sign) => sign !== "\\").join("")
const EVERYWHERE = "!"

/** How much a word says of a page, by where it stands. */
const WEIGHT = { title: 6, address: 4, answer: 2, much: 1.7, some: 1, part: 3.5, line: 2 }
/** A page of that many parts says of each of them as much as others do; one of more, less. */
const PARTS = 10
/** What a word that stands everywhere tells the less. */
const COMMON = 0.3
/** No word tells more, however rare it is. */
const RARE = 1.8

/**
 * `names` are the roots of a page's address.
 * @typedef {{ anchor: string, title: string, text: string, weights: Map<string, number> }} Part
 * @typedef {{ url: string, title: string, answer: string, parts: Part[], language: string, names: string[],
 *   weights: Map<string, number> }} Page
 * @typedef {{ pages: string, roots: string, places: string, said?: string, near?: string, from?: number }} More a
 *   further file of the index; `from` is the number of its first page, where it has pages of its own; `near` are the
 *   kecamatan, for the worker
 * @typedef {{ format: number, pages: string, roots: string, places: string, named: string, said: string, ignored: string,
 *   light: string, later: string, answers: string, urgent: import("./urgent.js").Card | null, languages: string[],
 *   ask: [string, string, string] | null }} Data
 */

export class Lexicon {
  /**
   * @param {Data} data
   * @param {string} language of the page that asks; "" is Indonesian. Pages in further languages are left out.
   * @param {More[]} more
   */
  constructor(data, language, more = []) {
    this.language = language
    this.languages = data.languages
    this.ask = data.ask
    this.ignored = new Set(whole(data["ignored"]))
    this.light = new Set(data.light.split(" "))
    /** Pages that stand behind all others. */
    this.later = new Set(data.later.split(" "))
    /** @type {Map<string, string>} roots, and words of which the rules don't find the root */
    this.told = new Map()
    /** @type {Map<string, string>} roots that were found by the rules, once for each word */
    this.ruled = new Map()
    /** @type {Map<string, number>} each root, and how telling it is */
    this.roots = new Map()
    /** @type {Map<string, string>} words as they stand in titles and headings, and their roots */
    this.forms = new Map()
    /** @type {More[]} */
    const files = [data, ...more]
    const entries = files.map((file) => whole(file["roots"]).map((line) => line.split(" ")))
    for (const [root, ...words] of entries.flat()) {
      if (!this.told.has(root)) this.told.set(root, root)
      for (const word of words) this.told.set(word, root)
    }
    const all = this.#read(files.map(({ pages }) => pages).filter(Boolean).join("|"))
    /** @type {Page[]} */
    this.pages = all.filter((page) => this.#isFor(page.language))
    const where = seenOn(all)
    const common = files.flatMap(({ places, from = 0 }, at) => this.#place(all, where, entries[at], places.split(" "), from))
    this.#translate()
    for (const [root, pages] of where) this.roots.set(root, telling(this.pages.length / pages.size))
    for (const root of common) this.roots.set(root, telling(1))
    /** @type {Map<string, string[]>} what is said, as it is typed, and its meanings */
    this.said = saidIn(data["said"])
    for (const [phrase, meanings] of more.flatMap((file) => [...saidIn(file["said"] ?? "")])) {
      if (phrase.split(" ").some((word) => !this.isFound(word))) this.said.set(phrase, meanings)
    }
    this.synonyms = this.#synonyms()
    this.words = new Set([...this.said.keys()].flatMap((phrase) => phrase.split(" ")))
    this.spellings = this.#spellings()
    /** Words that are spelt right. */
    this.right = new Set([...this.told.keys(), ...this.forms.keys(), ...this.words])
    /** All that a shortened word may be, by its first letter. */
    this.whole = byFirst([...this.forms.keys(), ...this.roots.keys(), ...this.words, ...this.ignored])
  }

  /**
   * Whether a word leads to pages, or is known to lead to none.
   * @param {string} word
   */
  isFound(word) {
    return this.roots.has(this.root(word)) || this.ignored.has(word) || this.said.has(word)
  }

  /**
   * Whether a word is spelt right, as far as is known here.
   * @param {string} word
   */
  isKnown(word) {
    const known = [this.told, this.forms, this.roots, this.ignored, this.light, this.words]
    return known.some((words) => words.has(word))
  }

  /**
   * The word that another one is only a spelling of: gak, tidak.
   * @param {string} word
   */
  same(word) {
    const meant = this.said.get(word)
    const [only, ...more] = meant?.length === 1 ? wordsOf(meant[0]) : []
    return only && !more.length ? only : word
  }

  /**
   * Whether any word that is found begins so.
   * @param {string} letters
   */
  begins(letters) {
    return this.spellings.some(({ form }) => form.startsWith(letters))
  }

  /**
   * The root of a word in small letters.
   * @param {string} word
   */
  root(word) {
    let root = this.told.get(word) ?? this.ruled.get(word)
    if (root === undefined) this.ruled.set(word, (root = byRules(word)))
    return root
  }

  /**
   * The roots of a text's telling words.
   * @param {string} text
   */
  rootsOf(text) {
    return wordsOf(text).filter((word) => !this.ignored.has(word)).map((word) => this.#noted(word))
  }

  /** @param {string} word */
  #noted(word) {
    const root = this.root(word)
    if (word.length > 2) this.forms.set(word, root)
    return root
  }

  /** @param {string} language */
  #isFor(language) {
    return !language || language === this.language
  }

  /** @param {string} text @returns {Page[]} */
  #read(text) {
    /** @type {Page[]} */
    const pages = []
    /** @type {Page | undefined} */
    let page
    for (const line of text.split("|")) {
      const [head, title = "", about = ""] = line.split("^")
      if (head[0] !== "#") {
        page = pages.find(({ url }) => url === head)
        if (page) continue
        const language = this.languages.find((code) => head.startsWith(code + "/")) ?? ""
        const weights = this.#isFor(language) ? this.#weights(title, about, head) : new Map()
        const names = wordsOf(head).map((word) => this.root(word))
        pages.push((page = { url: head, title, answer: about, parts: [], language, names, weights }))
      } else if (page && this.#isFor(page.language)) {
        const weights = new Map(this.rootsOf(about).map((root) => [root, WEIGHT.line]))
        const said = new Set(this.rootsOf(title))
        for (const root of said) weights.set(root, WEIGHT.part / Math.sqrt(Math.max(2, said.size) / 2))
        const word = /^#\d+$/.test(head) && wordsOf(title)[Number(head.slice(1))]
        page.parts.push({ anchor: word ? `#${word}` : head, title, text: about, weights })
      }
    }
    for (const page of pages) {
      const less = Math.min(1, Math.sqrt(PARTS / page.parts.filter((part) => !part.text).length))
      for (const part of page.parts) {
        if (!part.text) for (const [root, weight] of part.weights) part.weights.set(root, weight * less)
      }
    }
    return pages
  }

  /** @param {string} title @param {string} answer @param {string} address */
  #weights(title, answer, address) {
    const weights = new Map()
    for (const root of this.rootsOf(answer)) weights.set(root, WEIGHT.answer)
    const names = wordsOf(address)
    for (const name of names) weights.set(this.root(name), WEIGHT.address / Math.sqrt(names.length))
    const said = new Set(this.rootsOf(title))
    for (const root of said) weights.set(root, (weights.get(root) ?? 0) + WEIGHT.title / Math.sqrt(said.size))
    return weights
  }

  /**
   * Notes on which pages the roots of a file stand, and returns those that most have.
   * @param {Page[]} all @param {Map<string, Set<Page>>} where @param {string[][]} lines @param {string[]} places
   * @param {number} from
   */
  #place(all, where, lines, places, from) {
    /** @type {string[]} */
    const common = []
    lines.forEach(([root], line) => {
      if (places[line] === EVERYWHERE) return common.push(root)
      let page = from - 1
      let far = 0
      for (const sign of places[line]) {
        const digit = SIGNS.indexOf(sign)
        far += digit
        if (digit === SIGNS.length - 1) continue
        page += 1 + (far >> 1)
        const { language, weights } = all[page]
        if (this.#isFor(language)) {
          weights.set(root, (weights.get(root) ?? 0) + (far & 1 ? WEIGHT.much : WEIGHT.some))
          note(where, root, all[page])
        }
        far = 0
      }
    })
    return common
  }

  /**
   * Roots, words of headings and words that are said for others, with their letters, to compare a misspelt word with.
   */
  #spellings() {
    const roots = [...this.roots.keys()].map((root) => /** @type {const} */ ([root, root]))
    const said = [...this.said.keys()].map((word) => /** @type {const} */ ([word, ""]))
    const all = new Map([...said.filter(([word]) => !word.includes(" ")), ...this.forms, ...roots])
    return [...all]
      .filter(([form]) => form.length > 2 && !this.ignored.has(form))
      .map(([form, root]) => ({ form, root, letters: lettersOf(form) }))
  }

  /** What a translation says is said of the page that it translates, which is shown in its words. */
  #translate() {
    const translations = this.pages.filter((page) => page.language)
    const of = new Map(translations.map((page) => [page.url.slice(page.language.length + 1), page]))
    this.pages = this.pages.filter((page) => !page.language || !this.pages.some(({ url }) => page === of.get(url)))
    for (const page of this.pages) {
      const translation = of.get(page.url)
      if (!translation) continue
      page.title = translation.title
      page.answer = translation.answer
      for (const [root, weight] of translation.weights) {
        page.weights.set(root, Math.max(weight, page.weights.get(root) ?? 0))
      }
      const parts = new Map(translation.parts.map((part) => [part.anchor, part]))
      page.parts = page.parts.map((part) => {
        const same = part.text ? undefined : parts.get(part.anchor)
        if (!same) return part
        parts.delete(part.anchor)
        return { ...same, weights: new Map([...part.weights, ...same.weights]) }
      })
      page.parts.push(...parts.values())
    }
  }

  /** What is said for what: by the first root, the roots that follow it and the roots of each meaning; of a word with affixes also its
   * root, which by itself may be another word (pemutihan, Pasir Putih). */
  #synonyms() {
    /** @type {Map<string, { phrase: string[], bare: string, meanings: string[][] }[]>} */
    const found = new Map()
    for (const [phrase, meanings] of this.said) {
      const roots = phrase.split(" ").map((word) => this.root(word))
      const far = meanings.flatMap((meaning) => [meaning, ...(this.said.get(wordsOf(meaning).join(" ")) ?? [])])
      const bare = roots.length === 1 && roots[0] !== phrase ? roots[0] : ""
      const entry = { phrase: roots, bare, meanings: far.map((meaning) => this.rootsOf(meaning)) }
      found.set(roots[0], [...(found.get(roots[0]) ?? []), entry])
    }
    return found
  }
}

/** How much a root tells. @param {number} share of all pages, one by those that have it */
const telling = (share) => Math.min(RARE, Math.log(1 + share) - COMMON)

/** @param {Map<string, Set<Page>>} where @param {string} root @param {Page} page */
const note = (where, root, page) => (where.get(root) ?? where.set(root, new Set()).get(root))?.add(page)

/** The pages that show each root in a title or a heading. @param {Page[]} all */
function seenOn(all) {
  /** @type {Map<string, Set<Page>>} */
  const where = new Map()
  for (const page of all) {
    for (const root of page.weights.keys()) note(where, root, page)
    for (const part of page.parts) for (const root of part.weights.keys()) note(where, root, page)
  }
  return where
}

/** @param {string} lines */
function saidIn(lines) {
  /** @type {Map<string, string[]>} */
  const said = new Map()
  for (const line of lines.split("|").filter(Boolean)) {
    const [left, right] = line.split("=").map((side) => side.split(";"))
    for (const phrase of left) said.set(wordsOf(phrase).join(" "), right)
  }
  return said
}

/**
 * Lines, of each of which a capital says with how many letters of the one before it begins (A: none).
 * @param {string} text
 */
function whole(text) {
  let line = ""
  return text.split(/(?=[A-Z])/).map((part) => (line = line.slice(0, part.charCodeAt(0) - 65) + part.slice(1)))
}

/** @param {string[]} words */
function byFirst(words) {
  /** @type {Map<string, string[]>} */
  const found = new Map()
  for (const word of new Set(words)) {
    const same = found.get(word[0])
    if (same) same.push(word)
    else found.set(word[0], [word])
  }
  return found
}
