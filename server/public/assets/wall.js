// The wall turns through its panels; space stops and starts it, the arrows turn by hand. Every half minute it looks who
// is on duty, and every ten minutes whether the office answers, and only then loads anew: it never shows a browser's error.
(() => {
  const page = document.documentElement;
  const panels = [...document.querySelectorAll(".panel")];
  const dots = document.querySelector(".wall-dots");
  const clock = document.querySelector(".wall-clock");
  let at = 0;
  let stopped = false;
  const show = (next) => {
    at = (next + panels.length) % panels.length;
    panels.forEach((panel, i) => {
      panel.hidden = i !== at;
    });
    // A screen that is fuller than it is high is shown smaller; nobody scrolls a television.
    const shown = panels[at];
    const over = page.scrollHeight - innerHeight;
    if (innerWidth > innerHeight && over > 0) shown.style.zoom = Math.max(0.6, 1 - over / shown.offsetHeight);
    if (dots) dots.textContent = `${at + 1} / ${panels.length}`;
  };
  page.classList.add("turning");
  show(0);
  setInterval(() => stopped || show(at + 1), 12000);
  addEventListener("keydown", (e) => {
    if (e.key === " ") stopped = !stopped;
    else if (e.key === "ArrowRight") show(at + 1);
    else if (e.key === "ArrowLeft") show(at - 1);
    else return;
    e.preventDefault();
  });
  if (clock) {
    const ahead = Number(clock.dataset.now) - performance.now();
    const form = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: clock.dataset.zone });
    const tick = () => {
      clock.textContent = form.format(ahead + performance.now());
    };
    tick();
    setInterval(tick, 1000);
  }
  const looked = performance.now();
  setInterval(async () => {
    try {
      const answer = await fetch(location.href, { cache: "no-store" });
      if (!answer.ok) return;
      const anew = new DOMParser().parseFromString(await answer.text(), "text/html").querySelectorAll(".panel-posts");
      const posts = document.querySelectorAll(".panel-posts");
      if (performance.now() - looked > 600000 || anew.length !== posts.length) location.reload();
      else posts.forEach((panel, i) => panel.replaceChildren(...anew[i].childNodes));
    } catch {
      // Not there: what is shown stays until it is.
    }
  }, 30000);
})();
