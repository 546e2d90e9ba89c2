/* Opens the search, and loads a page's one script when somebody first touches what needs it: a key, the header, the search.
   What the page itself needs it for doesn't wait: words in the address, and the reader's kecamatan. On a wide screen, from
   which one prints, it comes once all else has. */
(function (d) {
  var own = d.currentScript.dataset, asked;
  function load() {
    if (asked) return;
    asked = d.createElement("script");
    asked.src = own.alat;
    d.head.append(asked);
  }
  function isIn(e, s) { return e.target.closest && e.target.closest(s); }
  function search() {
    var c = d.querySelector(".cari");
    load();
    if (!c.open) c.showModal();
    c.querySelector("input").focus();
  }
  d.addEventListener("click", function (e) { 
    if (isIn(e, "[data-cari-buka]")) search();
    if (isIn(e, "[data-cari-tutup]")) d.querySelector(".cari").close();
  });
  d.addEventListener("keydown", function (e) {
    load();
    if (e.key != "/" || e.ctrlKey || e.metaKey || e.altKey || isIn(e, "input,textarea,select")) return;
    e.preventDefault();
    search();
  });
  d.addEventListener("focusin", function (e) { if (isIn(e, ".kepala")) load(); });
  d.addEventListener("toggle", function (e) { if (e.target.className == "menu-saku") load(); }, true);
  /* A table's region takes focus, and says how to go on, only while there is something to scroll. */
  function measure() {
    d.querySelectorAll(".tabel").forEach(function (t) {
      var scrolls = t.scrollWidth > t.clientWidth;
      if (scrolls) t.tabIndex = 0; else t.removeAttribute("tabindex");
      t.toggleAttribute("data-geser", scrolls);
    });
  }
  d.addEventListener("DOMContentLoaded", function () {
    var need = /[?&]q=/.test(location.search) || d.querySelector("[data-kecamatan-ini]");
    try {
      need = need || d.querySelector("[data-kecamatan]") && /\.kecamatan$/m.test(Object.keys(localStorage).join("\n"));
    } catch (e) { }
    if (need) load();
    measure();
  });
  /* A published site is kept on the phone, when the page has all it needs. */
  if (own.sw && navigator.serviceWorker && location.protocol != "file:") {
    addEventListener("load", function () { setTimeout(function () { navigator.serviceWorker.register(own.sw); }, 3000); });
  }
  addEventListener("load", function () { if (matchMedia("(min-width:1024px)").matches) load(); });
  ["load", "resize"].forEach(function (n) { addEventListener(n, measure); });
})(document);
