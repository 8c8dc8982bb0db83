// Lights a competency's sentences in the draft, and shows beside the text why a sentence was read so. The page says all of it
// without this, too: nothing here computes.
(() => {
  "use strict";
  const find = id => document.getElementById(id);
  const inspector = find("inspector");
  const light = find("light");
  const status = find("lit");
  let pinned = null;

  for (const element of document.querySelectorAll(".tools")) element.hidden = false;

  // ---- Lighting

  const putOut = () => {
    for (const sentence of document.querySelectorAll(".s.lit")) sentence.classList.remove("lit");
    for (const badge of document.querySelectorAll(".badge")) badge.remove();
  };

  const badgeOf = share => {
    const badge = document.createElement("span");
    badge.className = "badge";
    const duty = share.dataset.side === "duty" ? " duty" : "";
    const fall = share.dataset.fall ? ` · without: ${share.dataset.fall}` : "";
    badge.textContent = share.dataset.share + duty + fall;
    return badge;
  };

  const lightUp = id => {
    putOut();
    if (light) light.value = id;
    const competency = id && find(id);
    if (!competency) {
      if (status) status.textContent = "";
      return;
    }
    const shares = [...competency.querySelectorAll("[data-sentence]")];
    for (const share of shares) {
      const sentence = find("s" + share.dataset.sentence);
      if (!sentence) continue;
      sentence.classList.add("lit");
      sentence.after(badgeOf(share));
    }
    if (status) status.textContent = shares.length === 1 ? "1 sentence lit" : shares.length + " sentences lit";
  };

  light?.addEventListener("change", () => {
    lightUp(light.value);
    const first = document.querySelector(".s.lit");
    first?.scrollIntoView({ block: "center" });
  });

  let isPrinting = false;
  for (const competency of document.querySelectorAll(".competency")) {
    competency.addEventListener("toggle", () => {
      if (isPrinting) return;
      if (competency.open) lightUp(competency.id);
      else if (light?.value === competency.id) lightUp("");
    });
  }

  // ---- Why a sentence was read so

  const show = (sentence, pin) => {
    const why = find(sentence.hash.slice(1));
    if (!inspector || !why) return;
    inspector.replaceChildren(...[...why.children].map(child => child.cloneNode(true)));
    if (pin) {
      const close = document.createElement("button");
      close.type = "button";
      close.textContent = "Close";
      close.addEventListener("click", unpin);
      inspector.append(close);
    }
    inspector.hidden = false;
  };

  const unpin = () => {
    const sentence = pinned;
    pinned?.classList.remove("pinned");
    pinned = null;
    if (!inspector) return;
    if (inspector.contains(document.activeElement)) sentence?.focus();
    inspector.hidden = true;
  };

  const isWide = () => matchMedia("(min-width: 64.01rem)").matches;
  const paper = document.querySelector(".paper");
  const sentenceOf = event => event.target instanceof Element ? event.target.closest("a.s") : null;

  for (const kind of ["mouseover", "focusin"]) {
    paper?.addEventListener(kind, event => {
      const sentence = sentenceOf(event);
      if (sentence && !pinned && isWide()) show(sentence, false);
    });
  }

  paper?.addEventListener("click", event => {
    const sentence = sentenceOf(event);
    if (!sentence || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    pinned?.classList.remove("pinned");
    pinned = sentence;
    sentence.classList.add("pinned");
    show(sentence, true);
    inspector?.focus();
  });

  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && inspector && !inspector.hidden) unpin();
  });

  // ---- Paper shows what is folded on the screen

  let opened = [];
  addEventListener("beforeprint", () => {
    isPrinting = true;
    opened = [...document.querySelectorAll("details:not([open]):not(#why):not(#read details):not(#versions details)")];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    setTimeout(() => { isPrinting = false; });
  });
})();
