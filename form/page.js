/** Small things that the form's parts need of a page. Text is only ever put in as text. */

/** @typedef {import("./rules.js").Field} Field @typedef {import("./rules.js").Entry} Entry */

/** An element with what it holds. @param {string} name @param {Record<string, any>} about @param {...(Node | string)} inner @returns {any} */
export function made(name, about = {}, ...inner) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(about)) {
    if (key in element && !key.startsWith("aria")) /** @type {any} */ (element)[key] = value
    else element.setAttribute(key, value)
  }
  element.append(...inner)
  return element
}

/** What is kept on the device, where that can be. */
export const kept = {
  /** @param {string} key @returns {Entry | null} */
  get(key) {
    try {
      return JSON.parse(localStorage.getItem(key) ?? "null")
    } catch {
      return null
    }
  },
  /** @param {string} key @param {Entry | null} value @returns {boolean} */
  set(key, value) {
    try {
      if (value) localStorage.setItem(key, JSON.stringify(value))
      else localStorage.removeItem(key)
      return true
    } catch {
      return false
    }
  },
}

/** Copy a text; false where no way is allowed. @param {string} text */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = made("textarea", { value: text, readOnly: true, className: "salinan" })
    document.body.append(area)
    area.select()
    const done = document.execCommand("copy")
    area.remove()
    return done
  }
}

/** @param {string} name @param {string} text */
export function saved(name, text) {
  const link = made("a", { href: URL.createObjectURL(new Blob([`${text}\n`], { type: "text/plain" })), download: name })
  document.body.append(link)
  link.click()
  link.remove()
}
