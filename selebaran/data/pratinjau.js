// What `selebaran serve` adds to the pages that it shows; no built site has it. It hears what is wrong and when the page
// is another, and shows the first in a box of its own, which the page's styles don't reach.
(function () {
  var own = document.currentScript, given = own.dataset, words = JSON.parse(given.kata);
  var host = document.createElement("div"), root = host.attachShadow({ mode: "open" });
  var style = document.createElement("link"), box = document.createElement("section");
  var closed = null, source = null;
  host.id = "selebaran-pratinjau";
  style.rel = "stylesheet";
  style.href = "/_pratinjau/gaya.css";
  box.className = "kotak";
  box.setAttribute("aria-label", words.pratinjau);
  root.append(style, box);

  function made(name, text, className) {
    var element = document.createElement(name);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  function link(text, to) {
    var element = made("a", text);
    element.href = to;
    return element;
  }

  function rows(list) {
    var found = made("ol");
    list.forEach(function (one) {
      var row = made("li");
      row.append(made("code", one.tempat), made("p", one.pesan), made("p", words.saran + ": " + one.saran, "saran"));
      found.append(row);
    });
    return found;
  }

  function bar(state) {
    var found = made("p", "", "baris");
    found.append(made("b", words.pratinjau));
    if (state.sibuk) found.append(made("span", state.sibuk, "sibuk"));
    if (given.lihat.indexOf("portal") !== 0) {
      found.append(link(words.lembar, "/_pratinjau/lembar/"), link(words.semua, given.portal));
      // Within the form's own frame, and from another computer, there is none.
      if (/\.localhost$/.test(location.hostname) && top === self) found.append(link(words.formulir, "/_pratinjau/formulir/"));
    }
    return found;
  }

  function show(state) {
    var wrong = state.salah.length > 0, key = JSON.stringify(state.salah);
    box.replaceChildren();
    box.classList.toggle("salah", wrong);
    if (wrong && key !== closed) {
      var head = made("div", "", "kepala"), close = made("button", "×");
      close.type = "button";
      close.setAttribute("aria-label", words.tutup);
      close.addEventListener("click", function () { closed = key; show(state); });
      head.append(made("h2", state.judul), close);
      box.append(head, made("p", words.lama, "lama"), rows(state.salah));
    } else if (wrong) {
      var open = made("button", state.judul, "buka");
      open.type = "button";
      open.addEventListener("click", function () { closed = null; show(state); });
      box.append(open);
    } else {
      closed = null;
    }
    if (state.catatan.length) {
      var more = made("details");
      more.append(made("summary", words.catatan + " (" + state.catatan.length + ")"), rows(state.catatan));
      box.append(more);
    }
    box.append(bar(state));
  }

  // A browser has six connections to a host: only the pages that are seen listen.
  function listen() {
    if (source) source.close();
    source = null;
    if (document.hidden) return;
    var asked = new URLSearchParams({ lihat: given.lihat, cap: given.cap, tanda: given.tanda });
    source = new EventSource("/_pratinjau/aliran?" + asked);
    source.addEventListener("muat", function () { source.close(); location.reload(); });
    source.addEventListener("keadaan", function (event) { show(JSON.parse(event.data)); });
    source.onerror = function () {
      if (source.readyState === EventSource.CLOSED) {
        // Another start than the one that this page is from, or none.
        fetch("/_pratinjau/gaya.css").then(function (answer) { if (answer.ok) location.reload(); }, again);
      } else {
        show({ salah: [], catatan: [], judul: "", sibuk: words.putus });
      }
    };
  }

  function again() {
    setTimeout(listen, 2000);
  }

  document.body.append(host);
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", function () { if (source) source.close(); });
  listen();
})();
