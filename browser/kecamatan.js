/** The reader's own kecamatan is kept on this phone alone. What its page says first is shown on some others. */

/** So many of each list, and the way to all: the page below must stay in sight. */
const FIRST = 3
const SLUG = /^[a-z0-9-]+\/[a-z0-9-]+$/

/** @param {URL} root Sites of one host are kept apart by where they begin. */
export function minded(root) {
  const key = `${root.pathname}.kecamatan`
  let kept = read(key)
  const own = document.querySelector("[data-kecamatan-ini]")
  if (own) offer(own, () => kept, (next) => { kept = next; write(key, next) })
  const brought = document.querySelector("[data-kecamatan]")
  if (brought && kept && SLUG.test(kept[0])) bring(brought, kept, root)
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key))
  } catch {
    return null
  }
}

function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch { /* storage refused */ }
}

function offer(own, kept, keep) {
  const button = own.querySelector("button")
  const slug = own.dataset.kecamatanIni
  const first = button.textContent
  const isKept = () => kept()?.[0] === slug
  const tell = () => { button.textContent = isKept() ? "Diingat di HP ini. Lupakan" : first }
  button.addEventListener("click", () => {
    keep(isKept() ? null : [slug, document.querySelector("h1").textContent])
    tell()
  })
  tell()
  own.hidden = false
}

async function bring(brought, [slug, title], root) {
  const place = new URL(`${slug}/${location.protocol === "file:" ? "index.html" : ""}`, root)
  const link = brought.querySelector("a")
  link.textContent = title
  link.href = place
  try {
    const answer = await fetch(place, { credentials: "omit" })
    const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html")
    const head = page.querySelector(".teks h2")
    const below = head?.nextElementSibling
    const events = page.querySelector(".teks [data-acara]")
    for (const list of [below?.matches("ul") && below, events].filter(Boolean)) {
      list.querySelectorAll("a").forEach((a) => { a.href = new URL(a.getAttribute("href"), place) })
      brought.append(document.adoptNode(list))
      shorten(brought, list, list === events, new URL(`#${list === events ? "kegiatan" : head.id}`, place), title)
    }
    document.dispatchEvent(new Event("visibilitychange")) // days that are over go
  } catch { /* the link stays */ }
}

function shorten(brought, list, isOfEvents, address, title) {
  const rows = [...list.querySelectorAll("li")]
  if (isOfEvents) list.dataset.acara = FIRST
  else rows.slice(FIRST).forEach((row) => row.remove())
  if (rows.length <= FIRST) return
  const more = document.createElement("a")
  more.href = address
  more.textContent = `Semua ${isOfEvents ? "kegiatan" : "tempat"} di ${title}`
  brought.append(document.createElement("p"))
  brought.lastChild.append(more)
}
