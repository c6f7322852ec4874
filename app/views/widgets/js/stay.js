// While a source opens beside the page, what was pressed stays where it is on the screen, though the page gets narrower.
// But where the question of its answer was in sight, that stays too: the answer grows below it, and moves up only as far
// as it takes to keep in sight what was pressed.
const HEAD = 80, FOOT = 160; // of the window, which the bar above and the field of the question below may cover

function stay(button) {
  const main = button.closest('[data-testid="stMain"]');
  if (!main) return;
  const turn = button.closest('[class*="st-key-turn-"]');
  const holds = turn && turn.getBoundingClientRect().top >= 0;
  const before = button.getBoundingClientRect().top;
  let left = 40;
  const end = () => { left = 0; };
  main.addEventListener("wheel", end, { once: true, passive: true });
  const look = () => {
    if (left-- <= 0 || !button.isConnected) return;
    const place = button.getBoundingClientRect();
    const moved = place.top - before;
    const most = holds
      ? Math.max(turn.getBoundingClientRect().top - HEAD, place.bottom - window.innerHeight + FOOT)
      : moved;
    const step = Math.min(moved, most);
    if (Math.abs(step) > 1) main.scrollTop += step;
    setTimeout(look, 50);
  };
  look();
}

