/* Shows what is embedded. */
(() => {
  Colours.use(Page.data.palette);
  Dom.byId('page').hidden = false;
  const draw = () => {
    Steps.show(Page.data);
    Sides.show(Page.data);
  };
  for (const part of [Judgement, Lead, Changes]) part.show(Page.data);
  draw();
  Filters.wire();
  let width = innerWidth;
  addEventListener('resize', () => {
    if (innerWidth === width) return;
    width = innerWidth;
    draw();
  });
})();
