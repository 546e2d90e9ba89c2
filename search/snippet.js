/**
 * Of a page's text the sentence that says most of what was looked for, where the index holds only that it does. A script
 * of its own: few searches need it.
 */

/** Words before the first one that was looked for, and after it. */
const BEFORE = 8
const AFTER = 14

/**
 * @param {string[]} lines
 * @param {(text: string) => string} marked text as HTML, with the words that were looked for marked
 * @returns {string} HTML; nothing where no line has such a word
 */
export function snippetOf(lines, marked) {
  let best = ""
  let most = 0
  for (const sentence of lines.flatMap((line) => line.split(/(?<=[.!?])\s+/))) {
    const found = new Set(marked(sentence).toLowerCase().match(/<mark>.*?<\/mark>/g)).size
    if (found > most) [best, most] = [sentence, found]
  }
  return most ? cut(best, marked) : ""
}

/** @param {string} sentence @param {(text: string) => string} marked */
function cut(sentence, marked) {
  const words = sentence.trim().split(/\s+/)
  const first = Math.max(0, words.findIndex((word) => marked(word).includes("<mark>")))
  const start = first > BEFORE ? first - BEFORE : 0
  const end = first + AFTER
  return `${start ? "… " : ""}${marked(words.slice(start, end).join(" "))}${end < words.length ? " …" : ""}`
}

self.cariCuplikan = snippetOf
