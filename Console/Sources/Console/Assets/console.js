'use strict';
// Every page works without this file. It adds what a server cannot do: drafts that survive a crash, a warning before
// typed text is left, insertion at the caret, and keys.
(() => {
  const form = document.querySelector('form[data-edits]');
  const notice = document.querySelector('.notice');
  if (notice) notice.focus();
  const changed = (field) => field.value !== field.defaultValue;
  const fields = form ? [...form.querySelectorAll('textarea')] : [];
  const key = (field) => 'draft ' + location.pathname + ' ' + field.name;
  let isLeaving = false;

  // A draft is kept while somebody types, and offered when the page is opened again with another text in the field.
  for (const field of fields) {
    const draft = localStorage.getItem(key(field));
    const words = document.body.dataset;
    if (draft !== null && draft !== field.value && words.draft) {
      const offer = document.createElement('p');
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = words.draft;
      const text = document.createElement('bdi');
      text.textContent = ' ' + draft;
      offer.append(button, text);
      button.addEventListener('click', () => {
        field.value = draft;
        offer.remove();
        field.focus();
        check(field);
      });
      field.after(offer);
    } else if (draft !== null) {
      localStorage.removeItem(key(field));
    }
    field.addEventListener('input', () => {
      if (changed(field)) localStorage.setItem(key(field), field.value);
      else localStorage.removeItem(key(field));
      later(field);
    });
    field.addEventListener('focus', () => { last = field; });
    field.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      // A text is one line, so Enter does not break it.
      if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        form.requestSubmit(form.querySelector('button[name=then]:not([value=stay])') || undefined);
      }
    });
  }
  let last = fields[0];

  if (form) {
    form.addEventListener('submit', () => {
      isLeaving = true;
      // What is being stored is no draft any more once the next page has come; until then it stays.
      sessionStorage.setItem('submitted', JSON.stringify(fields.map(key)));
    });
    addEventListener('beforeunload', (event) => {
      if (!isLeaving && fields.some(changed)) event.preventDefault();
    });
    addEventListener('pageshow', () => { isLeaving = false; });
  }
  if (new URLSearchParams(location.search).has('done')) {
    for (const name of JSON.parse(sessionStorage.getItem('submitted') || '[]')) localStorage.removeItem(name);
    sessionStorage.removeItem('submitted');
  }

  for (const button of document.querySelectorAll('button[data-insert]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const field = button.closest('fieldset').querySelector('textarea') || last;
      field.setRangeText(button.dataset.insert, field.selectionStart, field.selectionEnd, 'end');
      field.dispatchEvent(new Event('input'));
      field.focus();
    });
  }

  // The server's own rules look at a text a moment after somebody stops typing.
  const timers = new Map();
  const later = (field) => {
    clearTimeout(timers.get(field));
    timers.set(field, setTimeout(() => check(field), 500));
  };
  // The parts of a sentence: words, and elements with a language of their own.
  const nodes = (parts) => parts.map((part) => {
    if (!part.tag) return part.text;
    const element = document.createElement(part.tag);
    if (part.lang) element.lang = part.lang;
    if (part.dir) element.dir = part.dir;
    element.append(...(part.parts ? nodes(part.parts) : [part.text]));
    return element;
  });
  const check = async (field) => {
    const place = document.getElementById('findings-' + field.dataset.language);
    if (!place) return;
    const body = new URLSearchParams({ code: location.pathname.split('/')[2] || '', language: field.dataset.language, text: field.value });
    const source = form.querySelector('textarea[data-source]');
    if (source) body.set('source', source.value);
    try {
      const answer = await fetch('/-/check', { method: 'POST', body });
      if (!answer.ok || !(answer.headers.get('content-type') || '').startsWith('application/json')) return;
      const findings = await answer.json();
      place.replaceChildren(...findings.map((finding) => {
        const line = document.createElement('p');
        line.className = finding.severity === 'error' ? 'error' : 'small';
        line.append(...nodes(finding.message));
        return line;
      }));
    } catch { /* Without an answer the page behaves as without a script. */ }
  };

  addEventListener('keydown', (event) => {
    const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName || '');
    if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      document.getElementById('find')?.focus();
    }
  });
})();
