// Light or dark: as the device says, until the person chooses. Loaded before the page is drawn, so that nothing flashes.
(() => {
  const kept = "oj-theme";
  const device = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => {
    try {
      return localStorage.getItem(kept);
    } catch {
      return null; // Storage may be forbidden; then the device decides.
    }
  };
  const current = () => chosen() ?? (device.matches ? "dark" : "light");
  const show = () => {
    document.documentElement.dataset.bsTheme = current();
    for (const button of document.querySelectorAll("[data-oj-theme-switch]")) {
      button.setAttribute("aria-pressed", String(current() === "dark"));
      button.hidden = false;
    }
  };
  show();
  device.addEventListener("change", show);
  document.addEventListener("DOMContentLoaded", show);
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-oj-theme-switch]")) {
      const next = current() === "dark" ? "light" : "dark";
      try {
        localStorage.setItem(kept, next);
      } catch {
        document.documentElement.dataset.bsTheme = next;
        return;
      }
      show();
    }
  });
})();
