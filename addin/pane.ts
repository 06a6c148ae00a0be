document.querySelector('#pane')?.append('Planbook');
export {};
