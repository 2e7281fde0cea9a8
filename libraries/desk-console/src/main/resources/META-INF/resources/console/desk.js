// The desks' screens: the nudge that a queue has changed, the keyboard, and a clock that goes on between two looks.
(() => {
  "use strict";
  const queue = () => document.querySelector("[data-oj-queue]");
  const look = () => document.body.dispatchEvent(new CustomEvent("queue:look"));
  const typing = (element) => element.matches?.("input, select, textarea, [contenteditable]");

  // ---- live: a row under the hand or the focus does not jump; the look waits until it is free ----

  let waiting = false;
  const busy = () => queue()?.matches(":hover") || queue()?.contains(document.activeElement);
  const changed = () => {
    if (busy()) {
      waiting = true;
      document.querySelector("[data-oj-live]")?.classList.add("oj-live-waiting");
      return;
    }
    waiting = false;
    document.querySelector("[data-oj-live]")?.classList.remove("oj-live-waiting");
    look();
  };

  const listen = () => {
    const address = queue()?.dataset.ojQueue;
    if (!address) {
      return;
    }
    let last = null;
    const stream = new EventSource(`${address}/live`);
    stream.onmessage = (event) => {
      if (last !== null && last !== event.data) {
        changed();
      }
      last = event.data;
    };
    const show = (on) => document.querySelector("[data-oj-live]")?.classList.toggle("oj-live-off", !on);
    stream.onopen = () => show(true);
    stream.onerror = () => show(false);
    addEventListener("pagehide", () => stream.close());
  };

  document.addEventListener("queue:changed", look);
  document.addEventListener("mouseout", () => waiting && !busy() && changed());
  document.addEventListener("focusout", () => setTimeout(() => waiting && !busy() && changed()));

  // ---- keyboard: j and k move, Enter opens (it is a link), each action has its letter ----

  const kept = "oj-keys-off";
  const keysOff = () => {
    try {
      return localStorage.getItem(kept) === "yes";
    } catch {
      return false;
    }
  };
  const move = (step) => {
    const rows = [...document.querySelectorAll(".oj-row-link")];
    const at = rows.indexOf(document.activeElement);
    rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.focus();
  };
  const pressed = (key) => {
    const does = {
      j: () => move(1),
      k: () => move(-1),
      "/": () => (document.getElementById("search") ?? document.getElementById("scan"))?.focus(),
      "?": () => document.getElementById("help")?.showModal(),
    };
    const button = [...document.querySelectorAll("[data-oj-key]")].find((one) => one.dataset.ojKey === key);
    return does[key] ?? (button && (() => button.click()));
  };

  // A scanner types like a keyboard, wherever the focus is. What comes faster than hands is a code, never an action: the
  // letters of a link would hand goods over. So on a page with a field for scans a key waits for the next one.
  const hand = 60;
  let code = "";
  let alone = null;
  const scan = () => document.querySelector("[data-oj-scan]");
  const scanned = (event) => {
    if (event.key === "Enter") {
      clearTimeout(alone);
      const whole = code;
      code = "";
      if (whole.length > 1) {
        event.preventDefault();
        scan().value = whole;
        scan().form.requestSubmit();
      }
      return;
    }
    // A space alone presses the button that has the focus, or scrolls; no code begins with one.
    if (event.key.length !== 1 || (event.key === " " && code === "")) {
      return;
    }
    clearTimeout(alone);
    event.preventDefault();
    code += event.key;
    alone = setTimeout(() => {
      const only = code;
      code = "";
      if (only.length === 1 && !keysOff()) {
        pressed(only)?.();
      }
    }, hand);
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
      return;
    }
    if (scan() && (event.key !== "Enter" || code.length > 1)) {
      scanned(event);
      return;
    }
    const act = keysOff() ? undefined : pressed(event.key);
    if (act && !scan()) {
      event.preventDefault();
      act();
    }
  });

  // ---- what is done waits ten seconds in which it can be undone; who goes on has made up their mind ----

  const patience = 10_000;
  let held = null;

  const letGo = () => {
    clearInterval(held.ticks);
    held.note.replaceChildren();
    const action = held;
    held = null;
    return action;
  };
  const act = (then) => {
    const { form, send } = letGo();
    if (then) {
      form.addEventListener("htmx:afterRequest", (event) => {
        // What was refused is read first; where they wanted to go can wait.
        if (event.detail.successful && !event.detail.xhr.responseText.includes("oj-toast-bad")) {
          then();
        }
      });
    }
    send();
  };
  const hold = (form, send) => {
    const note = form.querySelector(".oj-held");
    note.append(form.querySelector("template").content.cloneNode(true));
    const until = Date.now() + patience;
    const left = note.querySelector("[data-oj-left]");
    const tick = () => {
      // A browser slows down the clock of a page that is not seen.
      const seconds = Math.ceil((until - Date.now()) / 1000);
      left.textContent = seconds;
      if (seconds <= 0) {
        act();
      }
    };
    held = { form, send, note, ticks: setInterval(tick, 1000) };
    tick();
    note.querySelector("[data-oj-undo]").focus();
  };
  const panelOf = (form) => form.closest("[data-oj-panel]");

  document.addEventListener("htmx:confirm", (event) => {
    const form = event.target;
    const send = () => event.detail.issueRequest(true);
    const waits = form.matches("[data-oj-held]");
    if (held && form.matches("form") && (held.form === form || (panelOf(form) && panelOf(held.form) === panelOf(form)))) {
      // Another key at the same order may be the one that was meant: the first is undone or done before.
      event.preventDefault();
      held.note.querySelector("[data-oj-undo]").focus();
    } else if (held && event.detail.target?.id === "panel") {
      event.preventDefault();
      act(send);
    } else if (waits) {
      event.preventDefault();
      if (held) {
        act();
      }
      hold(form, send);
    }
  });
  document.addEventListener("click", (event) => {
    if (held && event.target.closest("[data-oj-undo]")) {
      const { form } = letGo();
      form.querySelector("button")?.focus();
    } else if (held && event.target.closest("[data-oj-do-now]")) {
      act();
    }
  });
  addEventListener("pagehide", () => {
    if (held) {
      const { form } = letGo();
      const headers = { "HX-Request": "true" };
      fetch(form.getAttribute("hx-post"), { method: "POST", headers, body: new URLSearchParams(new FormData(form)), keepalive: true });
    }
  });

  // ---- who else has this order open: said again by a page that somebody sees, read out only when it is other words ----

  const sign = 15;
  document.addEventListener("htmx:beforeSwap", (event) => {
    const others = event.detail.target;
    if (others.id === "panel-others" && others.textContent === event.detail.xhr.responseText) {
      event.detail.shouldSwap = false;
    }
  });

  // ---- what htmx brings ----

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id === "panel") {
      document.getElementById("panel-heading")?.focus({ preventScroll: true });
      if (matchMedia("(max-width: 60rem)").matches) {
        event.target.scrollIntoView();
      }
      for (const row of document.querySelectorAll(".oj-row-link")) {
        row.toggleAttribute("aria-current", location.pathname === new URL(row.href).pathname);
      }
    }
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target.matches?.(".oj-scan")) {
      // The next customer's code takes the place of this one.
      scan()?.select();
    }
  });
  document.addEventListener(
    "toggle",
    (event) => {
      if (event.target.open) {
        event.target.querySelector("form input:not([type=hidden]), form select")?.focus();
      }
    },
    true,
  );
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-oj-print]")) {
      print();
    }
  });
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.target?.id === "card") {
      event.detail.target.textContent = "-";
    }
  });

  document.addEventListener("change", (event) => {
    if (event.target.closest("[data-oj-language]")) {
      event.target.form.requestSubmit();
    }
    if (event.target.matches("[data-oj-keys]")) {
      localStorage.setItem(kept, event.target.checked ? "no" : "yes");
    }
  });
  document.addEventListener("submit", (event) => {
    if (event.target.matches("[data-oj-search]")) {
      event.preventDefault();
    }
  });
  document.addEventListener("DOMContentLoaded", () => {
    listen();
    if (matchMedia("(pointer: fine)").matches && !document.querySelector("[data-oj-panel]")) {
      scan()?.focus();
    }
    const box = document.querySelector("[data-oj-keys]");
    if (box) {
      box.checked = !keysOff();
    }
    setInterval(() => document.hidden || document.body.dispatchEvent(new CustomEvent("others:look")), sign * 1000);
    // Once a minute, so that countdowns are true even if nothing happens.
    setInterval(changed, 60_000);
  });
})();
