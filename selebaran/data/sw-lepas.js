/* Stands in place of a site's sw.js where it is not published, or has moved: nothing of it stays on the phone. */
self.addEventListener("install", function () { self.skipWaiting(); });
self.addEventListener("activate", function (e) {
  e.waitUntil((async function () {
    for (var name of await caches.keys()) {
      if (name.startsWith("selebaran " + self.registration.scope + " ")) await caches.delete(name);
    }
    await self.registration.unregister();
    for (var page of await self.clients.matchAll({ type: "window" })) page.navigate(page.url);
  })());
});
