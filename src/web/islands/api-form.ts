/** Sends forms to the API; see `data-api` on a form. */
document.documentElement.classList.add('js');
export {};
