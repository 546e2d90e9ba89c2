/* What the pages need beyond HTML and CSS. Loaded before the theme's bundle, which expects the first three functions
   (they replace its inline script, so that a content security policy can forbid inline scripts). */
(function () {
  "use strict";

  // Storage keys are kept apart by the site's root, one folder above this file's.
  var root = new URL("..", document.currentScript.src);
  window.__md_scope = root;
  window.__md_hash = function (text) {
    return Array.from(text).reduce(function (hash, c) { return (hash << 5) - hash + c.charCodeAt(0); }, 0);
  };
  window.__md_get = function (key, store, scope) {
    try { return JSON.parse((store || localStorage).getItem((scope || root).pathname + "." + key)); } catch (e) { return null; }
  };
  window.__md_set = function (key, value, store, scope) {
    try { (store || localStorage).setItem((scope || root).pathname + "." + key, JSON.stringify(value)); } catch (e) { /* storage refused */ }
  };

  // Browsers give a page that was opened from a disk no worker. Its search runs in the page, loaded as scripts.
  if (location.protocol === "file:") {
    window.Worker = function (address) {
      var worker = new EventTarget(), search = null;
      function say(type, items) {
        worker.dispatchEvent(new MessageEvent("message", { data: { type: type, data: { items: items } } }));
      }
      function load(name, then) {
        var script = document.createElement("script");
        script.src = new URL("assets/" + name, root);
        script.onload = then;
        document.head.append(script);
      }
      worker.postMessage = function (message) {
        if (message.type !== 2) return;
        var text = message.data.trim();
        if (!text || search) return say(3, text ? search(text) : []);
        load("cari-indeks.js", function () {
          load("cari-mesin.js", function () {
            search = search || window.cariMesin(window.cariIndeks, { language: address.split("#")[1] || "", files: true });
            say(3, search(text));
          });
        });
      };
      setTimeout(function () { say(1); }, 0);
      return worker;
    };
  }

  // Menu on a phone: <details> opens by itself; Escape, a tap elsewhere and leaving by Tab close it.
  var menu = document.querySelector(".menu-saku");
  if (menu) {
    // Where there is room for columns, all groups stand open.
    if (window.matchMedia("(min-width: 1024px)").matches) {
      menu.querySelectorAll("details").forEach(function (group) { group.open = true; });
    }
    document.addEventListener("keydown", function (e) {
      if (e.key === "Escape" && menu.open) { menu.open = false; menu.querySelector("summary").focus(); }
    });
    document.addEventListener("click", function (e) { if (!menu.contains(e.target)) menu.open = false; });
    menu.querySelector("[data-menu-tutup]").addEventListener("click", function () {
      menu.open = false;
      menu.querySelector("summary").focus({ preventScroll: true });
      menu.scrollIntoView({ block: "nearest" });
    });
    menu.addEventListener("focusout", function (e) { if (e.relatedTarget && !menu.contains(e.relatedTarget)) menu.open = false; });
  }

  // The reader's own kecamatan is kept on this phone alone. What its page says first is shown on some others.
  var own = document.querySelector("[data-kecamatan-ini]"), brought = document.querySelector("[data-kecamatan]");
  var kept = window.__md_get("kecamatan"), FIRST = 3;
  if (own) {
    var button = own.querySelector("button"), slug = own.dataset.kecamatanIni, first = button.textContent;
    var tellOwn = function () { button.textContent = kept && kept[0] === slug ? "Diingat di HP ini. Lupakan" : first; };
    button.addEventListener("click", function () {
      kept = kept && kept[0] === slug ? null : [slug, document.querySelector("h1").textContent];
      window.__md_set("kecamatan", kept);
      tellOwn();
    });
    tellOwn();
    own.hidden = false;
  }
  if (brought && kept && /^[a-z0-9-]+\/[a-z0-9-]+$/.test(kept[0])) {
    var place = new URL(kept[0] + "/", root), link = brought.querySelector("a");
    link.textContent = kept[1];
    link.href = place;
    fetch(place, { credentials: "omit" }).then(function (answer) { if (answer.ok) return answer.text(); }).then(function (text) {
      var page = new DOMParser().parseFromString(text || "", "text/html");
      var head = page.querySelector(".teks h2"), below = head && head.nextElementSibling;
      var events = page.querySelector(".teks [data-acara]");
      [below && below.matches("ul") && below, events].forEach(function (list) {
        if (!list) return;
        list.querySelectorAll("a").forEach(function (a) { a.href = new URL(a.getAttribute("href"), place); });
        brought.append(document.adoptNode(list));
        // Three of each, and the way to all: the page below must stay in sight.
        var rows = list.querySelectorAll("li");
        if (list === events) list.dataset.acara = FIRST; else Array.from(rows).slice(FIRST).forEach(function (row) { row.remove(); });
        if (rows.length <= FIRST) return;
        var more = document.createElement("a");
        more.href = new URL("#" + (list === events ? "kegiatan" : head.id), place);
        more.textContent = "Semua " + (list === events ? "kegiatan" : "tempat") + " di " + kept[1];
        brought.append(document.createElement("p"));
        brought.lastChild.append(more);
      });
      document.dispatchEvent(new Event("visibilitychange")); // days that are over go
    }).catch(function () { /* the link stays */ });
  }

  // A table region takes focus only while there is something to scroll.
  var tables = document.querySelectorAll(".tabel");
  function measure() {
    tables.forEach(function (t) {
      var scrolls = t.scrollWidth > t.clientWidth;
      if (scrolls) t.tabIndex = 0; else t.removeAttribute("tabindex");
      t.toggleAttribute("data-geser", scrolls);
    });
  }
  if (tables.length) { measure(); window.addEventListener("resize", measure); }

  // Search: real buttons open and close the theme's dialog, focus stays inside it and goes back afterwards.
  var toggle = document.querySelector("[data-md-toggle=search]"), dialog = document.querySelector(".cari");
  if (!toggle || !dialog) return;
  var input = dialog.querySelector("input"), list = dialog.querySelector("ol"), opener = null;
  document.querySelectorAll("[data-cari-buka]").forEach(function (button) {
    button.addEventListener("click", function () { opener = button; if (!toggle.checked) toggle.click(); });
  });
  document.addEventListener("keydown", function (e) {
    var types = e.target.closest && e.target.closest("input, textarea, select");
    if (e.key !== "/" || toggle.checked || types || e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    opener = document.activeElement;
    toggle.click();
  });
  dialog.querySelector("[data-cari-tutup]").addEventListener("click", function () { if (toggle.checked) toggle.click(); });
  toggle.addEventListener("change", function () {
    var next = toggle.checked ? input : opener;
    if (!toggle.checked) opener = null;
    if (next) setTimeout(function () { next.focus(); }, 0);
  });
  // The theme asks on each key; what is pasted, spoken or chosen from a keyboard's suggestions counts as well.
  input.addEventListener("input", function () { input.dispatchEvent(new Event("keyup")); tell(); });
  input.form.addEventListener("reset", function () {
    setTimeout(function () { input.dispatchEvent(new Event("input")); }, 0);
  });
  // A word that is offered when nothing was found is looked for at once.
  list.addEventListener("click", function (e) {
    var link = e.target.closest("a"), word = link && link.querySelector("[data-cari-kata]");
    if (!word) return;
    e.preventDefault();
    e.stopPropagation();
    input.value = word.getAttribute("data-cari-kata");
    input.focus();
    input.dispatchEvent(new Event("input"));
  });
  // How much was found, on the screen and for a screen reader.
  var news = dialog.querySelector("[data-cari-kabar]"), first = news.textContent;
  function tell() {
    var pages = list.children.length;
    if (!input.value.trim()) news.textContent = first;
    else if (!pages) news.textContent = "Mencari …";
    else if (list.querySelector("[data-cari-gagal]")) news.textContent = "Pencarian belum dapat dibuka.";
    else if (list.querySelector("[data-cari-nihil], [data-cari-kata]")) news.textContent = "Tidak ada hasil. Coba kata lain.";
    else news.textContent = pages + " halaman ditemukan";
  }
  new MutationObserver(tell).observe(list, { childList: true });
  // An answer that comes late replaces the list. Who stood on one of its links stands on it again, or in the box.
  var stood = null;
  document.addEventListener("focusin", function (e) { stood = list.contains(e.target) ? e.target.href : null; });
  new MutationObserver(function () {
    var lost = !document.activeElement || document.activeElement === document.body;
    if (!stood || !lost || !toggle.checked) return;
    var same = Array.from(list.querySelectorAll("a")).find(function (a) { return a.href === stood; });
    (same || input).focus();
  }).observe(list, { childList: true });
  // The theme takes its results out of the tab order and closes on Tab; people who use Tab expect to walk through them.
  new MutationObserver(function () {
    list.querySelectorAll("a[tabindex]").forEach(function (a) { a.removeAttribute("tabindex"); });
  }).observe(list, { childList: true, subtree: true });
  document.addEventListener("keydown", function (e) {
    if (!toggle.checked) return;
    if (e.key === "Tab") {
      e.stopPropagation();
      var all = Array.from(dialog.querySelectorAll("input, button, a[href], summary")).filter(function (n) {
        return n.offsetParent !== null && getComputedStyle(n).visibility !== "hidden";
      });
      var edge = e.shiftKey ? all[0] : all[all.length - 1];
      if (document.activeElement === edge || !dialog.contains(document.activeElement)) {
        e.preventDefault();
        (e.shiftKey ? all[all.length - 1] : all[0]).focus();
      }
    } else if (document.activeElement !== input && (e.key === " " || e.key === "Shift" || e.key === "Enter")) {
      e.stopPropagation(); // the theme would move the focus to the input and the button would never be pressed
    }
  });
})();
