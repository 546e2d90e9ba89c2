/** The search's dialog: asks, shows, leads on. What is found is worked out elsewhere (../search/). */
import { addressOf } from "./address.js"
import { asking } from "./asking.js"
import { shown } from "./shown.js"

/**
 * @param {HTMLDialogElement} dialog may be open already, with something typed: the page opens it (selebaran/data/sentuh.js)
 * @param {URL} root
 */
export function searchOf(dialog, root) {
  const input = dialog.querySelector("input")
  const list = dialog.querySelector("ol")
  const news = dialog.querySelector("[data-cari-kabar]")
  const offered = dialog.querySelector("[data-cari-saran]")
  const changed = dialog.querySelector("[data-cari-ganti]")
  const first = news.textContent
  const address = addressOf(dialog, input, () => look())
  let ask
  /** Of so many questions the answers are still to come; whether the first result is to be opened then. */
  let awaited = 0
  let isGoing = false

  /** One letter begins nearly every word, and asks for none; the search is fetched by then. */
  const isAsked = () => input.value.trim().length > 1
  const links = () => [...list.querySelectorAll("a")].filter((a) => a.offsetParent)
  const tell = () => {
    const text = input.value.trim()
    news.textContent = text.length < SHORTEST && !list.children.length ? first : said(list)
    if (offered) offered.hidden = isAsked()
  }
  const show = (items, instead = []) => {
    awaited--
    if (!isAsked()) return
    const stood = list.contains(document.activeElement) && document.activeElement.href
    list.replaceChildren(...items.map((found) => shown(found, root)))
    tellChanged(changed, instead, input.value)
    tell()
    // An answer that comes late replaces the list. Who stood on one of its links stands on it again, or in the box.
    if (stood) (links().find(({ href }) => href === stood) || input).focus()
    go()
  }
  const go = () => {
    if (!isGoing || awaited) return
    isGoing = false
    links()[0]?.click()
  }
  const quote = (place, html) => {
    const link = links().find(({ href }) => href === new URL(place, root).href)
    if (link && html) link.firstChild.append(quoted(html))
  }
  const look = () => {
    if (input.value.trim()) {
      ask ||= asking(new URL("assets/", root), dialog.dataset.bahasa, show, quote)
      awaited++
      ask(input.value)
    }
    if (!isAsked()) {
      list.replaceChildren()
      tellChanged(changed, [], "")
    }
    tell()
  }

  input.addEventListener("input", () => { isGoing = false; address.keep(); look() })
  input.form.addEventListener("reset", () => setTimeout(() => { address.keep(); look(); input.focus() }))
  input.form.addEventListener("submit", (e) => {
    e.preventDefault()
    isGoing = isAsked()
    go()
  })
  dialog.addEventListener("click", ({ target }) => { if (target === dialog) dialog.close() })
  dialog.addEventListener("keydown", (e) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key]
    if (!step) return
    e.preventDefault()
    const stops = [input, ...links()]
    stops[(stops.indexOf(document.activeElement) + step + stops.length) % stops.length].focus()
  })
  // A word that is offered, or asked for as it was typed, is looked for at once. Another page opens in place of this one;
  // a part of this one is seen once the dialog is gone.
  dialog.addEventListener("click", (e) => {
    const link = e.target.closest("a")
    const word = link && new URL(link.href, location).searchParams.get("q")
    if (word) {
      e.preventDefault()
      input.value = word
      input.focus()
      address.keep()
      look()
    } else if (link?.hash && link.pathname === location.pathname) {
      e.preventDefault()
      address.leave(link.hash)
    }
  })
  address.open()
  if (input.value) look()
}

/** Fewer letters are the beginning of a word. */
const SHORTEST = 3

/** A sentence of the page, in which the words stand that were looked for. */
function quoted(html) {
  const element = document.createElement("span")
  element.className = "cari__jawab"
  element.innerHTML = html
  return element
}

/** Which words were taken for others, and the way back to those that were typed. */
function tellChanged(place, instead, typed) {
  if (!place) return
  place.hidden = !instead.length
  if (!instead.length) return
  const back = document.createElement("a")
  back.href = `?q=${encodeURIComponent(`"${typed.trim()}"`)}`
  back.textContent = `Cari persis “${instead.map(([word]) => word).join(" ")}”`
  place.replaceChildren(`Menampilkan hasil untuk “${instead.map(([, word]) => word).join(" ")}”. `, back)
}

/** How much was found, on the screen and for a screen reader. */
function said(list) {
  const pages = list.children.length
  if (!pages) return "Mencari …"
  if (list.querySelector("[data-cari-gagal]")) return "Pencarian belum dapat dibuka."
  if (list.querySelector("[data-cari-nihil], [data-cari-kata]")) return "Tidak ada hasil. Coba kata lain."
  return `${pages} halaman ditemukan`
}
