// While a source opens beside the page, what was pressed stays where it is on the screen, though the page gets narrower.
function stay(button) {
  const main = button.closest('[data-testid="stMain"]');
  if (!main) return;
  const before = button.getBoundingClientRect().top;
  let left = 40;
  const end = () => { left = 0; };
  main.addEventListener("wheel", end, { once: true, passive: true });
  const look = () => {
    if (left-- <= 0 || !button.isConnected) return;
    const moved = button.getBoundingClientRect().top - before;
    if (Math.abs(moved) > 1) main.scrollTop += moved;
    setTimeout(look, 50);
  };
  look();
}

