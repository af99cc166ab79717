// Comfort only: every page works without this file.
"use strict";

for (const button of document.querySelectorAll("[data-reveal]")) {
  const fields = button.dataset.reveal.split(" ").map((id) => document.getElementById(id));
  const offer = (what) => {
    button.textContent = button.dataset[what];
    button.setAttribute("aria-label", button.dataset[`${what}Label`]);
  };
  offer("show");
  button.hidden = false;
  button.addEventListener("click", () => {
    const shown = fields[0].type === "text";
    for (const field of fields) {
      field.type = shown ? "password" : "text";
    }
    offer(shown ? "show" : "hide");
    fields[0].focus();
  });
}

// A form is sent once, however often its button is pressed.
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "true";
    form.querySelector("[type=submit]").setAttribute("aria-disabled", "true");
  });
}

// Coming back by the browser's button shows a form that may be sent again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-once]")) {
    delete form.dataset.sent;
    form.querySelector("[type=submit]").removeAttribute("aria-disabled");
  }
});
