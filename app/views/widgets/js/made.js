// A new element at the end of another, with this text and class. Text is set as text, never as markup.
function made(tag, text, where, name) {
  const node = document.createElement(tag);
  if (text) node.textContent = text;
  if (name) node.className = name;
  where.append(node);
  return node;
}

