/* What of a page shows on the day on which it is read, by the reader's clock in the district's zone. It runs while the
   page is parsed, so that nothing else is ever painted. compose/page/days.py says what the attributes mean. A clock from
   before the build is not believed: then the page stays as it was built, and names its day. */
(function (d) {
  var m = d.querySelector("meta[name=hari]"), k = m.dataset, words = k.kata.split("|"), day = 864e5, now, today;
  function all(e, s, f) { e.querySelectorAll(s).forEach(f); }
  function show(e, yes) { if (e.hidden == !!yes) e.hidden = !yes; }
  function tell(e) {
    var t = e.querySelector("time"), n = (Date.parse(e.dataset.mulai.slice(0, 10)) - today) / day, x;
    if (!t) return;
    x = t.nextElementSibling;
    if (!x || x.className != "lagi") { x = d.createElement("span"); x.className = "lagi"; x.lang = k.bahasa; t.after(x); }
    n = " (" + (n > 1 ? words[2].replace("#", n) : words[n > 0 ? 1 : 0]) + ")";
    if (x.textContent != n) x.textContent = n;
  }
  function go() {
    now = new Date(Date.now() + k.zona * 6e4).toISOString().slice(0, 16);
    today = Date.parse(now.slice(0, 10));
    var age = (today - Date.parse(m.content)) / day;
    if (!(age >= 0)) return;
    all(d, "[data-menurut]", function (e) { show(e, 0); });
    all(d, "[data-umur]", function (e) { show(e, age > e.dataset.umur); });
    all(d, "[data-pekan]", function (e) { show(e, e.dataset.pekan.includes(new Date(today).getUTCDay())); });
    all(d, "[data-dari],[data-sampai]", function (e) {
      var a = e.dataset;
      show(e, !(a.dari > now || a.sampai <= now));
      if (a.judul && !e.hidden && d.title != a.judul) d.title = a.judul;
    });
    all(d, "[data-acara]", function (l) {
      var n = 0, seen = {};
      all(l, "[data-mulai]", function (e) {
        var a = e.dataset, yes = a.selesai > now && n < (+l.dataset.acara || 1 / 0);
        if (l.dataset.sekali == "" && seen[a.kegiatan]) yes = 0;
        show(e, yes);
        if (yes) { n++; seen[a.kegiatan] = 1; tell(e); }
      });
      all(l, "[data-bulan]", function (e) { show(e, e.querySelector("[data-mulai]:not([hidden])")); });
      all(l, "[data-ada]", function (e) { show(e, n); });
      all(l, "[data-kosong]", function (e) { show(e, !n); });
    });
  }
  var o = new MutationObserver(go);
  o.observe(d, { childList: true, subtree: true });
  d.addEventListener("DOMContentLoaded", function () { o.disconnect(); go(); });
  d.addEventListener("visibilitychange", go);
})(document);
