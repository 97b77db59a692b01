// Without this script every mark is a plain link to its sentence, which :target lights.
// With it, all sentences of a line are lit at once, in only the reports that hold them.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const texts = byId("texts"), bar = byId("bar"), live = byId("live"), words = byId("bar-words");
  let line = null, places = [], at = 0, cameFrom = null;

  const parts = (id) => {
    const first = byId(id);
    return first ? [first, ...texts.querySelectorAll(`[data-e="${id}"]`)] : [];
  };

  const clear = () => {
    for (const lit of texts.querySelectorAll(".lit, .now")) {
      lit.classList.remove("lit", "now");
      lit.removeAttribute("tabindex");
    }
    for (const article of texts.querySelectorAll("article.on")) article.classList.remove("on");
    texts.classList.remove("focused");
    document.body.classList.remove("has-bar");
    bar.hidden = true;
    line = null;
    places = [];
  };

  const centre = (place) => {
    const pane = place.closest(".report-text");
    if (pane && pane.scrollHeight > pane.clientHeight + 4) {
      const gap = place.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollTop += gap - pane.clientHeight / 3;
    }
  };

  const go = (to) => {
    at = (to + places.length) % places.length;
    for (const now of texts.querySelectorAll(".now")) now.classList.remove("now");
    const place = byId(places[at]);
    for (const part of parts(places[at])) part.classList.add("now");
    centre(place);
    place.setAttribute("tabindex", "-1");
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "center", inline: "nearest" });
    const outlet = place.closest("article").querySelector("h3").textContent.trim();
    const said = `${line.dataset.line}: place ${at + 1} of ${places.length}, report ${outlet}`;
    words.textContent = said;
    live.textContent = said;
  };

  const show = (owner, id) => {
    clear();
    line = owner;
    places = [...new Set([...owner.querySelectorAll("a.src")].map((a) => a.hash.slice(1)))];
    for (const one of places) {
      for (const part of parts(one)) part.classList.add("lit");
      byId(one).closest("article").classList.add("on");
    }
    texts.classList.add("focused");
    document.body.classList.add("has-bar");
    bar.hidden = false;
    byId("bar-previous").hidden = byId("bar-next").hidden = places.length < 2;
    byId("bar-all").hidden = texts.querySelectorAll("article:not(.on)").length === 0;
    for (const one of [...places].reverse()) centre(byId(one));
    go(Math.max(0, places.indexOf(id)));
  };

  const back = () => {
    if (!line) return;
    const owner = line, link = cameFrom;
    clear();
    history.replaceState(null, "", "#" + owner.id);
    owner.scrollIntoView({ block: "center" });
    const focus = link && owner.contains(link) ? link : owner.querySelector("a.src");
    if (focus) focus.focus({ preventScroll: true });
    live.textContent = "Back at " + owner.dataset.line;
  };

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const mark = event.target.closest("a.src");
    if (mark) {
      const owner = mark.closest("[data-line]");
      if (!owner || !byId(mark.hash.slice(1))) return;
      event.preventDefault();
      cameFrom = mark;
      // The address changes, so that the browser's own Back leads back here, and :target agrees.
      if (location.hash !== mark.hash) location.hash = mark.hash;
      show(owner, mark.hash.slice(1));
      return;
    }
    const up = event.target.closest("a.back-link");
    if (up) {
      const owner = byId(up.hash.slice(1));
      const folded = owner && owner.closest("details");
      if (folded) folded.open = true;
      if (owner === line) {
        event.preventDefault();
        back();
      } else clear();
    }
  });
  window.addEventListener("hashchange", () => {
    if (line && !places.includes(location.hash.slice(1))) clear();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && line) back();
  });
  byId("bar-next").addEventListener("click", () => go(at + 1));
  byId("bar-previous").addEventListener("click", () => go(at - 1));
  byId("bar-back").addEventListener("click", back);
  byId("bar-all").addEventListener("click", () => {
    texts.classList.remove("focused");
    byId("bar-all").hidden = true;
    byId(places[at]).scrollIntoView({ block: "center" });
  });
})();
