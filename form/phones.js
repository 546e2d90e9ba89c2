/** Telephones, as far as a form can tell: one number or several with strokes between them. What is written otherwise
 *  (pesawat, s.d., a range) is left to the reader, which knows more. Patterns of numbers come with the page. */

/** @typedef {{area: string, pendek: string[], rekaan: boolean, nomor: string}} Dialling */

const MOST = 80
const ONE = /^[+(]?[0-9][0-9 ().-]*$/
/** What may be two numbers, or one and its last digits. */
const SEVERAL = / - |\s+(?=\+|\(?0)|\s-|-\s|[0-9]\s?-\s?[0-9]{1,2}$/

/** A text with ordinary digits, blanks and hyphens. @param {string} text */
const tidy = (text) => text.normalize("NFKC").replace(/[‐‑‒—―−﹘﹣－]/g, "-").split(/\s+/).filter(Boolean).join(" ")

/** Whether nobody would answer, or more than one number can be meant. @param {string} typed @param {Dialling} where */
export function isWrong(typed, where, isChat = false) {
  const text = tidy(typed)
  if (text.length > MOST) return true
  const parts = text.split("/").map((part) => part.trim())
  if (!parts.every((part) => ONE.test(part) && !SEVERAL.test(part))) return false
  const whole = (/** @type {string} */ part) => /^[0+]/.test(part) && part.replace(/\D/g, "").length > 8
  if (parts.length > 1 && !parts.every(whole)) return false
  return parts.some((part) => {
    const found = readings(part, where)
    return found.size !== 1 || (isChat && ![...found].every((dial) => /^[+0]/.test(dial)))
  })
}

/** What a number can mean. @param {string} text @param {Dialling} where */
function readings(text, where) {
  const digits = text.replace(/\D/g, "")
  if (where.pendek.includes(digits)) return new Set([digits])
  let found = [...new Set(nationals(text, digits, where).map((one) => dialled(one, where)).filter(Boolean))]
  if (!/^[0+(]/.test(text)) {
    const usual = found.filter((one) => one.length <= 13 || one.startsWith("+628"))
    found = usual.length ? usual : found
  }
  return new Set(found)
}

/** @param {string} text @param {string} digits @param {Dialling} where */
function nationals(text, digits, where) {
  if (/^[( ]*\+/.test(text) || digits.startsWith("0062")) {
    const plain = digits.replace(/^00/, ""), rest = plain.slice(2)
    if (!plain.startsWith("62")) return []
    return [/^000(?!0)/.test(rest) ? rest : rest.replace(/^0/, "")]
  }
  if (digits.startsWith("0")) return [digits.slice(1)]
  if (digits.startsWith("1")) return [digits]
  const found = [], isLocal = digits.length >= 5 && digits.length < 9
  if (digits.startsWith("62")) found.push(digits.slice(2).replace(/^0/, ""))
  if (text.startsWith("(") || where.area || !isLocal) found.push(digits)
  if (where.area && (isLocal || where.area === "0000")) found.push(where.area.slice(1) + digits)
  return found
}

/** @param {string} national @param {Dialling} where */
function dialled(national, where) {
  const whole = `0${national}`
  if (whole.startsWith("0000")) return where.rekaan && whole.length >= 8 && whole.length < 14 ? whole : ""
  if (national.length < 7 || national.length > 13 || national.startsWith("0")) return ""
  if (!new RegExp(`^(?:${where.nomor})$`).test(national)) return ""
  return national.startsWith("1500") ? national : `+62${national}`
}
