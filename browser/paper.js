/**
 * On paper a link gets a number, and behind the text stands where it leads: by the site's own address, where it has one.
 * Links to other pages at the end of a page, and numbers to call, need none.
 */
export function addressesOnPaper() {
  window.addEventListener("beforeprint", () => {
    const text = document.querySelector("article.halaman__isi")
    if (!text || text.querySelector("[data-lembar], .alamat")) return
    const found = new Map()
    for (const link of text.querySelectorAll(".teks a[href]:not(#lanjut ~ ul a, #lanjut ~ p:last-child a)")) {
      const said = addressOf(link.getAttribute("href"))
      if (!said) continue
      if (!found.has(said)) found.set(said, found.size + 1)
      link.classList.add("ke")
      link.dataset.ke = found.get(said)
    }
    if (found.size) text.append(listed([...found.keys()]))
  })
}

function addressOf(href) {
  const here = document.querySelector("link[rel=canonical]")
  const to = new URL(href, here ? here.href : location.href)
  const isElsewhere = /^https?:$/.test(to.protocol) && to.host !== "wa.me" && !href.startsWith("#")
  return isElsewhere ? to.host + to.pathname + to.hash : ""
}

function listed(addresses) {
  const part = document.createElement("div"), list = document.createElement("ol")
  for (const said of addresses) list.appendChild(document.createElement("li")).textContent = said
  part.className = "alamat"
  part.append("Alamat tautan", list)
  return part
}
