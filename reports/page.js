/* A click on a column's head sorts by it: by the exact figure where there is one. */
for (const head of document.querySelectorAll("thead th")) {
  head.setAttribute("aria-sort", "none");
  head.addEventListener("click", () => {
    const up = head.getAttribute("aria-sort") !== "ascending";
    const body = head.closest("table").tBodies[0];
    const at = head.cellIndex;
    const key = (row) => {
      const cell = row.cells[at], data = cell && cell.querySelector("data");
      return data ? Number(data.value) : cell ? cell.textContent : "";
    };
    const order = (a, b) => {
      const x = key(a), y = key(b), numbers = typeof x === "number" && typeof y === "number";
      return numbers ? x - y : String(x).localeCompare(String(y));
    };
    const rows = [...body.rows].sort((a, b) => (up ? order(a, b) : order(b, a)));
    body.append(...rows);
    for (const other of head.parentNode.cells) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
  });
}
