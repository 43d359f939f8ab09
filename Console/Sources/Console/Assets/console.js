'use strict';
// Every page works without this file. It adds what a server cannot do: drafts that survive a crash, a warning before
// typed text is left, insertion at the caret, checks while typing, news of colleagues, and keys.
(() => {
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const el = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const words = document.body.dataset;
  const form = document.querySelector('form[data-edits]');
  const notice = document.querySelector('.notice');
  // After an action the focus is where the next step is: a refused text, a question, or what was done.
  const next = document.querySelector('textarea[aria-invalid]')
    || document.querySelector('.impact [role=alert]')?.closest('fieldset').querySelector('input') || notice;
  if (next) next.focus();
  const fields = form ? $$('textarea', form) : [];
  const fieldOf = (language) => fields.find((field) => field.dataset.language === language);
  // The reason is kept as the texts are. It has no language, and begins empty.
  const typed = form ? [...fields, form.elements.note] : [];
  // What a text began from is in fields of its own: the stored text, and its revision.
  const beginning = (field, name) => form.elements[name + '-' + field.dataset.language];
  const base = (field) => beginning(field, 'base')?.value ?? '';
  const changed = (field) => field.value !== base(field);
  const code = location.pathname.split('/')[2] || '';
  // A draft is the same on every page with a form for its text. Somebody else who signs in has other drafts.
  const key = (field) => 'draft ' + JSON.stringify([form.elements['shown-to'].value, code, field.name]);
  const draftOf = (field) => {
    try { return JSON.parse(localStorage.getItem(key(field))); } catch { return null; }
  };
  let last = fields[0];
  let isLeaving = false;

  // The parts of a sentence: words, and elements with a language of their own.
  const nodes = (parts) => parts.map((part) => (part.tag
    ? el(part.tag, { lang: part.lang || '', dir: part.dir || '' }, ...(part.parts ? nodes(part.parts) : [part.text]))
    : part.text));
  const show = (field, answer) => {
    const place = document.getElementById('findings-' + field.dataset.language);
    place?.replaceChildren(...answer.findings.map((finding) => el(
      'p', { className: finding.severity === 'error' ? 'error' : 'finding' },
      el('strong', { textContent: finding.label }), el('span', {}, ...nodes(finding.message)))));
    if (answer.findings.some((finding) => finding.severity === 'error')) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
    const preview = document.getElementById('preview-' + field.dataset.language);
    if (!preview) return;
    preview.replaceChildren(...(answer.preview.length === 0 ? [] : [
      el('p', { className: 'small', textContent: preview.dataset.word }),
      el('ul', { className: 'preview' }, ...answer.preview.map((one) => el('li', {},
        ...(one.values ? [el('span', { className: 'small' }, el('code', { dir: 'ltr', textContent: one.values }), ' ',
          one.category ?? ''), ' '] : []),
        el('span', { textContent: one.text, lang: field.lang, dir: field.dir }),
        ...(one.note ? [' ', el('span', { className: 'small', textContent: one.note })] : []))))]));
  };

  // The server's own rules look at a text a moment after somebody stops typing, and when they leave the field.
  const timers = new Map();
  const check = async (field) => {
    clearTimeout(timers.get(field));
    timers.delete(field);
    if (!field.dataset.language) return;
    const body = new URLSearchParams({ code, language: field.dataset.language, text: field.value });
    const source = form.querySelector('textarea[data-source]');
    if (source) body.set('source', source.value);
    try {
      const answer = await fetch('/-/check', { method: 'POST', body });
      if (!answer.ok || !(answer.headers.get('content-type') || '').startsWith('application/json')) return;
      const found = await answer.json();
      if (body.get('text') === field.value) show(field, found);
    } catch { /* As without a script. */ }
  };

  const offer = (field, draft) => {
    const button = el('button', { type: 'button', textContent: words.draft });
    const text = el('span', { textContent: draft.text, lang: field.lang, dir: field.dir });
    const place = el('p', { className: 'draft' }, button, ' ', text);
    button.addEventListener('click', () => {
      field.value = draft.text;
      // It is still an edit of the text that it began from, so that a colleague's text is not overwritten unseen.
      for (const name of ['base', 'revision']) if (name in draft) beginning(field, name).value = draft[name];
      place.remove();
      field.focus();
      check(field);
    });
    field.after(place);
  };

  for (const field of typed) {
    // A draft is kept while somebody types, and offered when the page is opened again with another text in the field.
    const draft = draftOf(field);
    if (draft?.text === base(field)) localStorage.removeItem(key(field));
    else if (draft && draft.text !== field.value && words.draft) offer(field, draft);
    field.addEventListener('input', () => {
      if (changed(field)) {
        localStorage.setItem(key(field), JSON.stringify({
          text: field.value, base: beginning(field, 'base')?.value, revision: beginning(field, 'revision')?.value }));
      } else localStorage.removeItem(key(field));
      clearTimeout(timers.get(field));
      timers.set(field, setTimeout(() => check(field), 500));
    });
    field.addEventListener('blur', () => { if (timers.has(field)) check(field); });
  }
  for (const field of fields) {
    field.addEventListener('focus', () => { last = field; });
    field.addEventListener('keydown', (event) => {
      if (event.isComposing || event.key !== 'Enter') return;
      // A text is one line, so Enter does not break it.
      event.preventDefault();
      if (!event.ctrlKey && !event.metaKey) return;
      form.requestSubmit(form.querySelector('button[name=then]:not([value=stay])') || undefined);
    });
  }

  if (form) {
    form.addEventListener('submit', (event) => {
      isLeaving = true;
      // What is sent is no draft once the next page says that it is stored.
      const isSaving = !event.submitter?.hasAttribute('formaction');
      // A button about one text uses the reason alone.
      sessionStorage.setItem('submitted', JSON.stringify((isSaving ? typed : typed.slice(-1)).map(key)));
    });
    addEventListener('beforeunload', (event) => {
      if (!isLeaving && typed.some(changed)) event.preventDefault();
    });
    addEventListener('pageshow', () => { isLeaving = false; });
    for (const link of $$('a[data-forget]', form)) {
      link.addEventListener('click', () => {
        isLeaving = true;
        for (const field of typed) localStorage.removeItem(key(field));
      });
    }
  }
  // A page says so with the number of an operation that was not there before: one to which somebody goes back has an
  // older one.
  const done = Number(form?.dataset.edits || new URLSearchParams(location.search).get('done'));
  if (done > Number(sessionStorage.getItem('done'))) {
    for (const name of JSON.parse(sessionStorage.getItem('submitted') || '[]')) localStorage.removeItem(name);
    sessionStorage.setItem('done', done);
  }
  if (!document.querySelector('[data-asks]')) sessionStorage.removeItem('submitted');

  // The question what a change of the source text means is asked once that text is changed.
  const question = form?.querySelector('.impact');
  const source = fields.find((field) => 'source' in field.dataset);
  if (question && source && !question.querySelector('[role=alert]')) {
    const ask = () => { question.hidden = !changed(source); };
    for (const event of ['input', 'focus']) source.addEventListener(event, ask);
    addEventListener('pageshow', ask);
    ask();
  }

  // All texts of a page of the review can be ticked at once.
  for (const all of $$('[data-all]')) {
    const boxes = $$('input[name^=pick-]', all.form);
    const picked = document.getElementById('picked');
    const count = () => {
      const number = boxes.filter((box) => box.checked).length;
      picked.querySelector('span').textContent = number;
      all.checked = number > 0 && number === boxes.length;
    };
    all.closest('label').hidden = picked.hidden = false;
    all.addEventListener('change', () => { for (const box of boxes) box.checked = all.checked; });
    all.form.addEventListener('change', count);
    addEventListener('pageshow', count);
  }

  // What can be inserted becomes a button.
  for (const part of $$('[data-insert]')) {
    const text = part.textContent;
    const button = el('button', { type: 'button', className: 'insert' },
      el('span', { className: 'spoken', textContent: words.insertWord + ' ' }), part.cloneNode(true));
    part.replaceWith(button);
    button.addEventListener('click', () => {
      const field = button.closest('fieldset')?.querySelector('textarea') || last;
      field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
      field.dispatchEvent(new Event('input'));
      field.focus();
    });
  }

  for (const button of navigator.clipboard ? $$('[data-copy]') : []) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(location.origin + button.dataset.copy);
        button.after(' ', el('span', { role: 'status', className: 'small', textContent: button.dataset.done }));
        setTimeout(() => button.nextElementSibling?.remove(), 3000);
      } catch { /* The browser's bar has the address. */ }
    });
  }

  // On the page of a code, a line says which text a colleague has changed meanwhile. The fields stay as they are.
  const place = document.getElementById('changed');
  const tell = (change) => {
    const field = fieldOf(change.language);
    const values = {
      person: el('bdi', { textContent: change.person }),
      language: field?.labels[0]?.querySelector('[data-name]').cloneNode(true) ?? change.language ?? '',
      time: el('time', { dateTime: change.time, dir: 'ltr', textContent: change.time.slice(11, 16) }),
    };
    const parts = (change.language ? place.dataset.word : place.dataset.codeWord).split(/\{(\w+)\}/);
    const line = el('p', {}, ...parts.map((part, index) => (index % 2 ? values[part] ?? '' : part)), place.dataset.space,
      el('a', { href: '/operations/' + change.operation, textContent: place.dataset.show }));
    line.dataset.language = change.language ?? '';
    $$('p', place).find((other) => other.dataset.language === line.dataset.language)?.remove();
    place.className = 'notice news';
    place.append(line);
  };
  if (place && form) {
    let revision = Number(place.dataset.revision);
    let wait = 15000;
    let timer;
    const ask = async () => {
      clearTimeout(timer);
      if (document.visibilityState !== 'visible') return;
      try {
        const answer = await fetch('/-/changes?after=' + revision + '&code=' + place.dataset.code);
        if (answer.status === 200) {
          const news = await answer.json();
          revision = news.revision;
          news.changes.forEach(tell);
        } else if (answer.status !== 204) throw new Error();
        wait = 15000;
      } catch {
        wait = Math.min(wait * 2, 240000);
      }
      timer = setTimeout(ask, wait);
    };
    timer = setTimeout(ask, wait);
    addEventListener('focus', ask);
    document.addEventListener('visibilitychange', ask);
  }

  addEventListener('keydown', (event) => {
    const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName || '');
    // On an Arabic keyboard the same key writes ظ.
    const isSlash = event.key === '/' || event.code === 'Slash' && event.key > '\x7f';
    if (isSlash && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      document.getElementById('find')?.focus();
    }
  });
})();
