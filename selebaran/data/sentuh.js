/* What a page gets beside itself, once for the whole site (site/touched.py fills in where the site's script lies, the menu's
   groups and the search's dialog). It puts both into the page, opens them, and loads the script when somebody first touches what
   needs it: a key, the header, the search. What the page itself needs it for doesn't wait: words in the address, and the reader's
   kecamatan. On a wide screen, from which one prints, it comes once all else has. */
(function (d) {
  var root = new URL("..", d.currentScript.src), isDisk = location.protocol == "file:", here = location.href.split(/[?#]/)[0];
  var asked, menu = d.querySelector(".menu-saku");
  function at(path) {
    var url = new URL(path, root);
    if (isDisk && url.pathname.slice(-1) == "/") url.pathname += "index.html";
    return url.href;
  }
  function load() {
    if (asked) return;
    asked = d.createElement("script");
    asked.src = at("#ALAT");
    d.head.append(asked);
  }
  function isIn(e, s) { return e.target.closest && e.target.closest(s); }
  /* HTML of which all addresses begin at the site's root. */
  function made(html) {
    var box = d.createElement("div");
    box.innerHTML = html;
    ["href", "action"].forEach(function (n) {
      box.querySelectorAll("[" + n + "]").forEach(function (e) {
        if (!/^[a-z]+:/.test(e.getAttribute(n))) e.setAttribute(n, at(e.getAttribute(n)));
      });
    });
    return box;
  }
  var groups = made("#MENU"), place = d.querySelector("[data-menu]"), head = d.querySelector(".kepala");
  groups.querySelectorAll("a").forEach(function (a) {
    if (a.href != here) return;
    a.setAttribute("aria-current", "page");
    if (a.closest("details")) a.closest("details").open = true;
  });
  if (place && groups.firstChild) place.replaceWith.apply(place, groups.childNodes);
  if (head) head.append.apply(head, made("#CARI").childNodes);
  d.querySelectorAll("a[data-cari-buka]").forEach(function (a) { a.setAttribute("role", "button"); });
  function search(e) {
    var c = d.querySelector(".cari");
    e.preventDefault();
    load();
    if (!c.open) c.showModal();
    c.querySelector("input").focus();
  }
  d.addEventListener("click", function (e) {
    if (isIn(e, "[data-cari-buka]")) search(e);
    if (isIn(e, "[data-cari-tutup]")) d.querySelector(".cari").close();
  });
  d.addEventListener("keydown", function (e) {
    load();
    if (e.key == "Escape" && menu && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
    if (e.key == " " && isIn(e, "[data-cari-buka]")) search(e);
    if (e.key != "/" || e.ctrlKey || e.metaKey || e.altKey || isIn(e, "input,textarea,select")) return;
    search(e);
  });
  d.addEventListener("focusin", function (e) { if (isIn(e, ".kepala")) load(); });
  d.addEventListener("toggle", function (e) { if (e.target == menu) load(); }, true);
  /* A table's region takes focus, and says how to go on, only while there is something to scroll. */
  function measure() {
    d.querySelectorAll(".tabel").forEach(function (t) {
      var scrolls = t.scrollWidth > t.clientWidth;
      if (scrolls) t.tabIndex = 0; else t.removeAttribute("tabindex");
      t.toggleAttribute("data-geser", scrolls);
    });
  }
  var need = /[?&]q=/.test(location.search) || d.querySelector("[data-kecamatan-ini]");
  try {
    need = need || d.querySelector("[data-kecamatan]") && /\.kecamatan$/m.test(Object.keys(localStorage).join("\n"));
  } catch (e) { }
  if (need) load();
  measure();
  /* A published site is kept on the phone, when the page has all it needs. */
  if ("#SW" && navigator.serviceWorker && !isDisk) {
    addEventListener("load", function () { setTimeout(function () { navigator.serviceWorker.register(at("#SW")); }, 3000); });
  }
  addEventListener("load", function () { if (matchMedia("(min-width:1024px)").matches) load(); });
  ["load", "resize"].forEach(function (n) { addEventListener(n, measure); });
})(document);
