/* Lines and the heads of arrows. */
export function line(context, x1, y1, x2, y2, colour, dash) {
  context.strokeStyle = colour;
  context.setLineDash(dash || []);
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
  context.setLineDash([]);
}

/* It points along (dx, dy), in the colour that fills. */
export function head(context, x, y, dx, dy) {
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x - 5 * dx - 3 * dy, y - 5 * dy - 3 * dx);
  context.lineTo(x - 5 * dx + 3 * dy, y - 5 * dy + 3 * dx);
  context.fill();
}
