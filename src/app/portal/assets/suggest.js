// Suggests names while somebody types, after the combobox pattern of the ARIA practices guide; pages work without it.
for (const input of document.querySelectorAll('input[data-suggest]')) {
  const list = document.createElement('ul');
  list.id = `${input.id}-suggestions`;
  list.className = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.dataset.suggestLabel);
  list.hidden = true;
  input.after(list);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', list.id);
  input.autocomplete = 'off';
  let active = -1;
  let timer;
  let asked = '';
  let controller;

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const mark = (index) => {
    active = index;
    [...list.children].forEach((option, at) => {
      option.setAttribute('aria-selected', String(at === index));
    });
    if (index < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', list.children[index].id);
  };
  const choose = (option) => {
    input.value = option.dataset.code || option.textContent;
    close();
    input.form.requestSubmit();
  };
  const show = (items) => {
    list.replaceChildren(
      ...items.map(({ name, uscc }, index) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${index}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.textContent = name;
        if (uscc) option.dataset.code = uscc;
        option.addEventListener('mousedown', (event) => event.preventDefault());
        option.addEventListener('click', () => choose(option));
        return option;
      }),
    );
    active = -1;
    input.removeAttribute('aria-activedescendant');
    list.hidden = items.length === 0;
    input.setAttribute('aria-expanded', String(items.length > 0));
  };
  const ask = async () => {
    const typed = input.value.trim();
    if (typed === asked && !list.hidden) return;
    asked = typed;
    controller?.abort();
    if ([...typed].length < 2) return close();
    controller = new AbortController();
    try {
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(typed)}`, {
        signal: controller.signal,
      });
      if (answer.ok) show((await answer.json()).items);
    } catch {
      // Suggestions are a convenience: without them the search itself still answers.
      close();
    }
  };

  input.addEventListener('input', (event) => {
    if (event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  input.addEventListener('compositionend', ask);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const last = list.children.length - 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden) return void ask();
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const next = active + step;
      mark(next > last ? -1 : next < -1 ? last : next);
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      choose(list.children[active]);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
}
