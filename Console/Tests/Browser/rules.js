// What holds for every page in every language and width. Each rule gives sentences about what breaks it. The tests run
// this file inside of the page; the console does not serve it.
({ known, language }) => {
  const complaints = [];
  const page = document.documentElement;
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const name = (element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 90);

  // Reflow (WCAG 1.4.10).
  if (page.scrollWidth > page.clientWidth) {
    const wide = [...document.body.querySelectorAll('*')].filter((element) => {
      const box = element.getBoundingClientRect();
      return (box.right > page.clientWidth + 1 || box.left < -1) && !element.closest('.spoken, .skip, .scroll');
    });
    complaints.push(`is ${page.scrollWidth - page.clientWidth} px too wide: ${wide.slice(0, 3).map(name).join(' ')}`);
  }

  // Structure.
  if (document.querySelectorAll('h1').length !== 1) complaints.push('has not exactly one h1');
  const skip = document.body.querySelector('a');
  if (!skip?.matches('.skip[href="#content"]') || !document.querySelector('main#content')) {
    complaints.push('does not begin with a link to the content');
  }
  if (!document.title.trim()) complaints.push('has no title');
  const known_ids = new Set();
  for (const element of document.querySelectorAll('[id]')) {
    if (known_ids.has(element.id)) complaints.push(`has the id ${element.id} twice`);
    known_ids.add(element.id);
  }

  // Target size (WCAG 2.5.8): 24 px, or a link within a sentence, or a circle of 24 px that meets no other target.
  const targets = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    .filter((element) => shown(element) && !element.closest('.skip'));
  const box = (element) => {
    const own = element.getBoundingClientRect();
    const label = element.matches('[type=checkbox], [type=radio]') && element.closest('label')?.getBoundingClientRect();
    return label && label.height > own.height ? label : own;
  };
  const isInSentence = (element) => {
    if (!element.matches('a') || getComputedStyle(element).display !== 'inline') return false;
    const rest = [...element.parentElement.childNodes].filter((node) => node !== element)
      .map((node) => node.textContent).join('').trim();
    return rest.length > 0;
  };
  const circles = (a, b) => {
    const [x, y] = [(a.left + a.right) / 2, (a.top + a.bottom) / 2];
    return Math.hypot(Math.max(b.left - x, 0, x - b.right), Math.max(b.top - y, 0, y - b.bottom)) < 12;
  };
  for (const target of targets) {
    const own = box(target);
    if (own.width === 0 || (own.width >= 23.9 && own.height >= 23.9) || isInSentence(target)) continue;
    if (targets.some((other) => other !== target && !target.contains(other) && circles(own, box(other)))) {
      complaints.push(`has a target of ${own.width.toFixed()} × ${own.height.toFixed()} px: ${name(target)}`);
    }
  }

  // Each text is in the language and direction that its letters say, and words of the interface are in its language.
  const latin = /[A-Za-z]{2,}/, arabic = /[\u0620-\u064A]/, han = /\p{Script=Han}/u;
  const isWord = (text) => text.split(/[^A-Za-z]+/).some((word) => word.length > 1
    && !['HTTP', 'UTC', 'Enter', 'Ctrl', 'admin', 'migrate', 'OTP', 'English', 'console'].includes(word));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim();
    const parent = walker.currentNode.parentElement;
    if (!text || parent.closest('script, style, textarea, [id^=preview-]')) continue;
    const lang = parent.closest('[lang]').lang;
    const { direction } = getComputedStyle(parent);
    const isFree = parent.closest('bdi, q[dir=auto]') !== null;
    const isCode = parent.closest('code, kbd, time') !== null;
    // Values that a sentence isolates are read as they are.
    const words = text.replace(/\u2068[^\u2069]*\u2069/g, '');
    const say = (what) => complaints.push(`${what}: “${text.slice(0, 60)}” in ${lang} ${direction}`);
    if (!isFree && parent.closest('[dir]') === page && direction !== page.dir) say('has a text against its direction');
    if (isCode) continue;
    // What is isolated because its language is not known is a name or another text of the registry.
    if (isFree && language !== 'en' && isWord(text) && !known.includes(text)) say('has an English word');
    if (isFree) continue;
    if (arabic.test(text) && !(lang === 'ar' && direction === 'rtl')) say('has an Arabic text that is not marked');
    if (han.test(text) && !(lang === 'zh-Hans' && direction === 'ltr')) say('has a Chinese text that is not marked');
    if (lang === 'en' && (direction !== 'ltr' || arabic.test(text))) say('has an English text that is not marked');
    if (language === 'en' || !latin.test(text)) continue;
    if (lang === 'en' && !known.includes(text.replace(/\s+/g, ' '))) say('has English of the interface');
    if (lang === language && isWord(words) && !known.includes(text)) say('has an English word');
  }
  if (language !== 'en') {
    for (const element of document.querySelectorAll('[aria-label], [alt], [title], [placeholder], [data-draft]')) {
      for (const attribute of ['aria-label', 'alt', 'title', 'placeholder', 'data-draft']) {
        const text = element.getAttribute(attribute) ?? '';
        if (isWord(text)) complaints.push(`has an English ${attribute}: “${text}”`);
      }
    }
    if (isWord(document.title.replace(/\b[A-Z][A-Z0-9_]+\b/g, ''))) {
      complaints.push(`has an English title: “${document.title}”`);
    }
  }

  // Fields take the direction of their language, and never guess it.
  for (const field of document.querySelectorAll('textarea[data-language]')) {
    if (field.lang !== field.dataset.language || !['ltr', 'rtl'].includes(field.dir)) {
      complaints.push(`has a field without its language: ${name(field)}`);
    }
  }
  return complaints;
}
