// A cell of the picture leads where its number in the table does: a convenience for the mouse, the table has the links.
for (const cell of document.querySelectorAll(".picture [data-href]")) {
  cell.classList.add("leads");
  cell.addEventListener("click", () => location.assign(cell.dataset.href));
}
