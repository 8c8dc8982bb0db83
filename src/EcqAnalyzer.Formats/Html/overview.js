// Sorts and filters the tables of the overview. The page says all of it without this, too: nothing here computes.
(() => {
  "use strict";
  const find = document.getElementById("find");
  const sign = document.getElementById("sign");
  const found = document.getElementById("found");

  for (const element of document.querySelectorAll(".tools")) element.hidden = false;

  // ---- Sorting: what a cell is sorted by stands in data-by, a number or a name

  const names = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const keyOf = (row, column) => row.cells[column]?.dataset.by ?? "";
  const compare = (one, other) => {
    const [left, right] = [Number(one), Number(other)];
    return one !== "" && other !== "" && !Number.isNaN(left) && !Number.isNaN(right) ? left - right : names.compare(one, other);
  };

  const sortBy = (table, heading) => {
    const column = heading.cellIndex;
    const down = heading.getAttribute("aria-sort") === "ascending";
    for (const each of table.tHead.rows[0].cells) each.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = table.tBodies[0];
    const rows = [...body.rows].map(row => ({ row, key: keyOf(row, column) }));
    rows.sort((one, other) => (down ? -1 : 1) * compare(one.key, other.key));
    body.append(...rows.map(each => each.row));
  };

  for (const table of document.querySelectorAll("table.map, table.gaps")) {
    for (const heading of table.tHead.rows[0].cells) {
      if (!heading.textContent.trim()) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      button.addEventListener("click", () => sortBy(table, heading));
      heading.append(button);
    }
  }

  // ---- Filtering

  const rows = [...document.querySelectorAll("table.map > tbody > tr")].map(row => ({
    row,
    text: row.textContent.toLowerCase(),
    signs: row.dataset.signs.split(" "),
  }));

  const filter = () => {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const each of rows) {
      const fits = words.every(word => each.text.includes(word)) && (!sign.value || each.signs.includes(sign.value));
      each.row.hidden = !fits;
      if (fits) shown++;
    }
    found.textContent = shown === rows.length ? "" : `${shown} of ${rows.length} clients`;
  };

  find?.addEventListener("input", filter);
  sign?.addEventListener("change", filter);
})();
