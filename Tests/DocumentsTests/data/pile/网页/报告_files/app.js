window.onload = function () { var hits = document.getElementById('hits'); };
// 统计，浏览，次数。
