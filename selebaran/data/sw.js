/* Keeps a published site on the phone (site/pocket.py fills in the edition and what is kept at once). A page comes from the
   network; from the phone where that is slow or away. What is kept is of one edition, each file by its digest: a page of
   another one is shown, but not kept, and a new edition takes the place of the old one when what it needs is there. */
var EDITION = "#EDISI", CORE = "#INTI", OFFLINE = "#LURING", LIST = "#DAFTAR";
var scope = self.registration.scope, FAMILY = "selebaran " + scope + " ", MINE = FAMILY + EDITION;
var WAIT = 3000, OLD = 30 * 864e5, STAMP = "x-disimpan", WHOLE = "semua", others = {};

function at(path) { return new URL(path, scope).href; }
function bare(address) { return address.split(/[?#]/)[0]; }
function isThrifty() {
  var c = navigator.connection;
  return !!c && (c.saveData || /2g/.test(c.effectiveType));
}
function isPage(answer) { return /html/.test(answer.headers.get("content-type")); }
async function digest(bytes) {
  var sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(sum, function (one) { return one.toString(16).padStart(2, "0"); }).join("").slice(0, 12);
}

/* What is kept of an address. To ask makes no cache: none may come back where a site has left. */
function mine(address) { return caches.match(address, { cacheName: MINE }); }

/* What the edition has, by path with its digest. The list is named by the edition, so it is of no other. */
async function listed() {
  var kept = await mine(at(LIST));
  if (!kept) {
    kept = await fetch(at(LIST), { cache: "no-cache", credentials: "omit" });
    if (await digest(await kept.clone().arrayBuffer()) != EDITION) throw new Error(LIST);
    await (await caches.open(MINE)).put(at(LIST), kept.clone());
  }
  return (await kept.json()).berkas;
}

/* Puts an answer into the cache with the day on which it came; false where it is of another edition. */
async function put(address, answer) {
  var bytes = await answer.arrayBuffer(), headers = new Headers(answer.headers);
  if ((await listed())[address.slice(scope.length)] != await digest(bytes)) return false;
  headers.set(STAMP, Date.now());
  await (await caches.open(MINE)).put(address, new Response(bytes, { headers: headers }));
  return true;
}
async function keep(paths, tell) {
  var done = 0, answer;
  for (var path of paths) {
    if (!await mine(at(path))) {
      answer = await fetch(at(path), { cache: "no-cache", credentials: "omit" });
      if (!answer.ok || !await put(at(path), answer)) throw new Error(path);
    }
    if (tell) tell(++done, paths.length);
  }
}
async function keepAll(tell) {
  await keep(Object.keys(await listed()), tell);
  await (await caches.open(MINE)).put(at(WHOLE), new Response(""));
}
async function old() {
  return (await caches.keys()).filter(function (name) { return name.startsWith(FAMILY) && name != MINE; });
}

self.addEventListener("install", function (e) {
  e.waitUntil(keep(isThrifty() ? [OFFLINE] : CORE).then(function () { return self.skipWaiting(); }));
});
self.addEventListener("activate", function (e) {
  e.waitUntil((async function () {
    var names = await old(), whole = false;
    for (var name of names) {
      whole = whole || await (await caches.open(name)).match(at(WHOLE));
      await caches.delete(name);
    }
    await self.clients.claim();
    if (whole && !isThrifty()) keepAll().catch(function () { });
  })());
});

/* Where nothing stands any more, the site was withdrawn or has moved: then nothing of it stays on the phone. */
async function leaveIfGone() {
  var answer = await fetch(at("sw.js"), { method: "HEAD", cache: "no-store" });
  if (answer.status != 404 && answer.status != 410) return;
  for (var name of await caches.keys()) if (name.startsWith(FAMILY)) await caches.delete(name);
  await self.registration.unregister();
}
async function noted(request, answer, client) {
  if (answer.status == 404 || answer.status == 410) return leaveIfGone();
  if (!answer.ok || answer.redirected || !isPage(answer)) return;
  if (await put(bare(request.url), answer)) return;
  others[client] = 1;
  await leaveIfGone();
  await self.registration.update();
}
async function dated(kept) {
  var came = +kept.headers.get(STAMP);
  if (!isPage(kept) || Date.now() - came < OLD) return kept;
  var day = new Date(came).toLocaleDateString("id-ID", { day: "numeric", month: "long", year: "numeric" });
  var text = "Halaman ini disimpan di HP ini pada " + day + ". Isinya bisa sudah berubah. Pastikan dulu.";
  var said = '<aside class="pita" lang="id"><div class="dalam"><p class="tua">' + text + "</p></div></aside>";
  return new Response((await kept.text()).replace(/<body[^>]*>/, function (body) { return body + said; }), kept);
}
async function page(e) {
  var kept = await mine(bare(e.request.url)), answer;
  var fresh = fetch(e.request, { cache: "no-cache" }).then(function (got) {
    e.waitUntil(noted(e.request, got.clone(), e.resultingClientId).catch(function () { }));
    return got;
  });
  var slow = new Promise(function (done) { setTimeout(done, WAIT); });
  try {
    answer = await (kept ? Promise.race([fresh, slow]) : fresh);
  } catch (away) { /* no network */ }
  if (answer && answer.status < 500) return answer;
  if (kept) return dated(kept);
  return answer || await mine(at(OFFLINE)) || Response.error();
}
async function part(e) {
  var kept = !others[e.clientId] && await mine(bare(e.request.url)), answer;
  if (kept) return kept;
  answer = await fetch(e.request);
  if (answer.ok && !others[e.clientId]) e.waitUntil(put(bare(e.request.url), answer.clone()).catch(function () { }));
  return answer;
}
self.addEventListener("fetch", function (e) {
  var address = bare(e.request.url);
  if (e.request.method != "GET" || !address.startsWith(scope) || /\.(pdf|zip|gz|br|xml|ics)$|\/sw\.js$/.test(address)) return;
  if (address.includes("/unduh/") && /\.png$/.test(address)) return;
  e.respondWith(e.request.mode == "navigate" ? page(e) : part(e));
});
self.addEventListener("message", function (e) {
  var tell = function (done, all) { e.ports[0].postMessage([done, all]); };
  e.waitUntil(keepAll(tell).then(function () { tell("ya"); }, function () { tell("tidak"); }));
});
