/* Runs only where scripts are no modules: in the Internet Explorer that volume-licensed Office 2016 and 2019 show panes with. */
(function () {
  var pane = document.getElementById('pane');
  pane.className = 'old-browser';
  pane.innerText =
    '此 Excel 用 Internet Explorer 显示任务窗格，无法运行 Planbook。请使用 Microsoft 365、Office 2021 及以上版本或网页版 Excel；工作簿本身不需要加载项，数据审核见其中的工作表。\n\n' +
    'This Excel shows task panes with Internet Explorer, which cannot run Planbook. Use Microsoft 365, Office 2021 or later, or Excel on the web. The workbook itself needs no add-in: its checks stand in its sheets.';
})();
