/** What was found -> an entry of the list: the page, its parts that fit best, and the others to unfold. */

/**
 * @param {{location: string, title: string, text: string, score: number}[]} found the page first; HTML, escaped by who found it
 * @param {URL} root
 */
export function shown(found, root) {
  const [page, ...parts] = found
  const rest = parts.findIndex((part) => part.score < page.score)
  const best = rest < 0 ? parts : parts.slice(0, rest)
  const entry = made("li", "item")
  if (page.title.includes("data-cari-darurat")) entry.classList.add("cari__darurat")
  entry.append(linked(page, "h1", !parts.length, root), ...best.map((part) => linked(part, "h2", true, root)))
  if (best.length < parts.length) entry.append(unfolding(parts.slice(best.length), root))
  return entry
}

function unfolding(parts, root) {
  const more = made("details", "more")
  more.innerHTML = `<summary><div>${parts.length} bagian lagi di halaman ini</div></summary>`
  more.append(...parts.map((part) => linked(part, "h2", false, root)))
  return more
}

function linked({ location, title, text }, head, isTold, root) {
  const link = made("a", "link")
  link.href = new URL(location, root)
  const article = made("article", "article")
  article.innerHTML = `<${head}>${title}</${head}>${isTold ? text : ""}`
  link.append(article)
  return link
}

function made(tag, name) {
  const element = document.createElement(tag)
  element.className = `md-search-result__${name}`
  return element
}
