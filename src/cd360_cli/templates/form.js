"use strict";
{
  const page = document.documentElement;
  const form = document.querySelector("form");
  const questions = [...form.querySelectorAll(".question")];
  const byId = (id) => document.getElementById(id);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const about = [page.dataset.framework, byId("company").defaultValue, location.pathname];
  const draftKey = `cd360 form ${JSON.stringify(about)}`;

  // Answers. A question's first answer is one of its choices, "dont-know" or "not-applicable".

  const chosen = (question, place) =>
    question.querySelector(`[name^="${place}."]:checked`)?.value;

  const picks = (question) =>
    [chosen(question, "first"), chosen(question, "second")].filter((pick) => pick !== undefined);

  // The second answer waits for a first one, and never is the same.
  function tidy(question) {
    const first = chosen(question, "first");
    question.querySelector(".clear").hidden = first === undefined;
    const two = question.querySelector(".two input");
    if (!two) return;
    const second = question.querySelector(".second");
    const inputs = [...second.querySelectorAll("input")];
    two.disabled = !inputs.some((input) => input.value === first);
    if (two.disabled) two.checked = false;
    second.hidden = !two.checked;
    for (const input of inputs) {
      const same = input.value === first;
      input.closest("label").hidden = same;
      if (same || second.hidden) input.checked = false;
    }
  }

  // The assessment file: YAML whose texts are quoted as in JSON, which is YAML too.

  // What no reader takes: control characters, and halves of a character.
  const clean = (text) => text.replace(/(?![\n\t])[\p{Cc}\p{Cs}]/gu, "").trim();

  const scalar = (value) =>
    JSON.stringify(value).replace(
      /[\u2028\u2029\ufeff\ufffe\uffff]/g,
      (character) => "\\u" + character.charCodeAt(0).toString(16),
    );

  const inLine = (value) =>
    Array.isArray(value) ? `[${value.map(scalar).join(", ")}]` : scalar(value);

  const isMapping = (value) =>
    typeof value === "object" && !Array.isArray(value) && Object.keys(value).length > 0;

  const yaml = (mapping, indent = "") =>
    Object.entries(mapping)
      .map(([key, value]) =>
        isMapping(value)
          ? `${indent}${key}:\n${yaml(value, indent + "  ")}`
          : `${indent}${key}: ${inLine(value)}\n`)
      .join("");

  function answer(question) {
    const values = picks(question).map((pick) => (/^\d$/.test(pick) ? Number(pick) : pick));
    const picked = values.length > 1 ? values : values[0];
    const note = clean(question.querySelector("textarea").value);
    return note ? { answer: picked, note } : picked;
  }

  function today() {
    const now = new Date();
    const digits = (number) => String(number).padStart(2, "0");
    return [now.getFullYear(), digits(now.getMonth() + 1), digits(now.getDate())].join("-");
  }

  function assessment() {
    const answered = questions.filter((question) => picks(question).length);
    const heading = {
      cd360: 1,
      framework: JSON.parse(page.dataset.framework),
      company: clean(byId("company").value),
      date: today(),
      respondent: clean(byId("respondent").value),
      role: clean(byId("role").value),
      language: page.lang,
    };
    return {
      ...Object.fromEntries(Object.entries(heading).filter(([, value]) => value !== "")),
      answers: Object.fromEntries(answered.map((q) => [q.dataset.question, answer(q)])),
    };
  }

  function fileName() {
    const plain = (text) =>
      text.normalize("NFKD").replace(/[^\0-\x7f]/g, "").toLowerCase()
        .replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60);
    const names = [plain(byId("company").value) || "company", plain(byId("respondent").value)];
    return names.filter(Boolean).join("-") + ".cd360.yaml";
  }

  function download() {
    const missing = !clean(byId("company").value);
    complain(missing);
    if (missing) return byId("company").focus();
    const link = document.createElement("a");
    // A type without a meaning of its own: browsers then keep the name as it is.
    const file = new Blob([yaml(assessment())], { type: "application/octet-stream" });
    link.href = URL.createObjectURL(file);
    link.download = fileName();
    link.click();
    count({ file: link.download });
    byId("downloaded").firstElementChild.hidden = false;
  }

  function complain(missing) {
    byId("no-company").firstElementChild.hidden = !missing;
    byId("company").setAttribute("aria-invalid", missing);
  }

  // What the page shows of the answers.

  function count(numbers) {
    for (const place of all("[data-n]")) {
      if (place.dataset.n in numbers) place.textContent = numbers[place.dataset.n];
    }
  }

  function show() {
    const firsts = questions.map((question) => chosen(question, "first"));
    const number = (test) => firsts.filter(test).length;
    const unknown = number((first) => first === "dont-know");
    const without = number((first) => first === "not-applicable");
    const open = number((first) => first === undefined);
    const done = questions.length - open;
    count({ done, open, unknown, without, known: done - unknown - without });
    for (const block of all("[data-block]")) {
      const within = questions.filter((question) => block.contains(question));
      count({ [block.id]: within.filter((question) => picks(question).length).length });
    }
    byId("progress").value = done;
    byId("some-open").hidden = open === 0;
    const items = all("[data-open]");
    questions.forEach((question, at) => {
      const item = items[at];
      item.hidden = firsts[at] !== undefined;
      item.querySelector(".warns").hidden = !clean(question.querySelector("textarea").value);
    });
    byId("file").textContent = yaml(assessment());
  }

  function speak(language) {
    page.lang = language;
    document.title = document.querySelector("h1").innerText;
    for (const button of all("[data-language]")) {
      button.setAttribute("aria-pressed", button.dataset.language === language);
    }
  }

  // The draft: what every control holds, by its name.

  const isTick = (control) => control.type === "radio" || control.type === "checkbox";

  function keep() {
    const draft = { language: page.lang, given: Object.fromEntries(new FormData(form)) };
    try {
      localStorage.setItem(draftKey, JSON.stringify(draft));
      isKept(true);
    } catch {
      isKept(false);
    }
  }

  function isKept(kept) {
    byId("kept").hidden = !kept;
    byId("not-kept").hidden = kept;
  }

  function kept() {
    try {
      return JSON.parse(localStorage.getItem(draftKey));
    } catch {
      isKept(false);
      return null;
    }
  }

  function fill(given) {
    for (const control of form.elements) {
      if (!control.name) continue;
      if (isTick(control)) control.checked = given[control.name] === control.value;
      else control.value = given[control.name] ?? control.defaultValue;
    }
    questions.forEach(tidy);
    for (const details of all(".note")) details.open = details.querySelector("textarea").value !== "";
    show();
  }

  function changed() {
    // What was said of an earlier state holds no longer.
    byId("downloaded").firstElementChild.hidden = true;
    byId("erased").firstElementChild.hidden = true;
    show();
    keep();
  }

  function erase() {
    try {
      localStorage.removeItem(draftKey);
    } catch {
      // There was no draft then.
    }
    fill({});
    complain(false);
    byId("downloaded").firstElementChild.hidden = true;
    byId("erased").firstElementChild.hidden = false;
    byId("erasing").open = false;
    byId("erasing").querySelector("summary").focus();
  }

  form.addEventListener("input", (event) => {
    const question = event.target.closest(".question");
    if (question) tidy(question);
    if (event.target.id === "company") complain(false);
    changed();
  });

  form.addEventListener("click", (event) => {
    if (!event.target.closest(".clear")) return;
    const question = event.target.closest(".question");
    for (const input of question.querySelectorAll("input")) input.checked = false;
    tidy(question);
    question.focus();
    changed();
  });

  // Enter in a field is no wish to send anything.
  form.addEventListener("submit", (event) => event.preventDefault());

  for (const button of all("[data-language]")) {
    button.addEventListener("click", () => {
      speak(button.dataset.language);
      changed();
    });
  }
  // Where there is no draft, closing the page would lose everything.
  addEventListener("beforeunload", (event) => {
    if (!byId("not-kept").hidden && byId("progress").value) event.preventDefault();
  });
  byId("download").addEventListener("click", download);
  byId("erase").addEventListener("click", erase);
  // The same page in another tab keeps the same draft.
  addEventListener("storage", (event) => {
    if (event.key === draftKey) fill(kept()?.given ?? {});
  });

  const draft = kept();
  const spoken = all("[data-language]").map((button) => button.dataset.language);
  const wishes = [draft?.language, page.dataset.asked, ...navigator.languages.map((l) => l.slice(0, 2))];
  speak(wishes.find((language) => spoken.includes(language)) ?? page.lang);
  fill(draft?.given ?? {});
}
