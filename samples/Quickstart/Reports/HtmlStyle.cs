namespace Quickstart.Reports;

/// <summary>How the page looks, by day and by night. Nothing is loaded from elsewhere.</summary>
internal static class HtmlStyle
{
    internal const string Css = """
        :root { color-scheme: light dark; --page: #f5f6f8; --card: #ffffff; --ink: #1b2430; --soft: #5d6b7c; --line: #e2e6ec;
          --accent: #2f6fde; --track: #e9edf3; --good: #1f9d63; --bad: #d1493f; --wait: #d99a1c; --void: #a9b3c0; }
        @media (prefers-color-scheme: dark) { :root { --page: #12161c; --card: #1b2129; --ink: #e7ebf1; --soft: #98a5b5; --line: #2c3542;
          --accent: #6ea0ff; --track: #2a323d; --good: #45c088; --bad: #ef7067; --wait: #e8b54d; --void: #5a6675; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
        main { max-width: 1080px; margin: 0 auto; padding: 36px 20px 56px; }
        header { margin-bottom: 24px; }
        h1 { font-size: 28px; line-height: 1.2; margin: 0 0 4px; letter-spacing: -0.01em; }
        h2 { font-size: 17px; margin: 0 0 14px; }
        p { margin: 0; }
        .soft { color: var(--soft); }
        section { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 20px 22px; margin-top: 18px; }
        .phases { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); gap: 4px; }
        .phase { background: var(--track); padding: 14px 12px 14px 34px;
          clip-path: polygon(0 0, calc(100% - 16px) 0, 100% 50%, calc(100% - 16px) 100%, 0 100%, 16px 50%); }
        .phase:first-child { padding-left: 20px; clip-path: polygon(0 0, calc(100% - 16px) 0, 100% 50%, calc(100% - 16px) 100%, 0 100%); }
        .phase b { display: block; font-size: 28px; line-height: 1.15; color: var(--accent); font-variant-numeric: tabular-nums; }
        .phase span { color: var(--soft); text-transform: capitalize; }
        .scroll { overflow-x: auto; }
        .key + .scroll { margin-top: 16px; }
        table { border-collapse: collapse; width: 100%; font-size: 14px; }
        th { text-align: left; font-weight: 600; color: var(--soft); font-size: 12.5px; white-space: nowrap; }
        th, td { padding: 8px 12px 8px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
        th:last-child, td:last-child { padding-right: 0; }
        tbody tr:last-child td { border-bottom: 0; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .number:first-child { width: 1%; text-align: left; padding-right: 28px; }
        .band { display: inline-block; padding: 0 9px; border-radius: 99px; background: var(--track); font-size: 12.5px; }
        .band.hot { background: var(--bad); color: var(--card); }
        .band.warm { background: var(--wait); color: var(--card); }
        .follows { color: var(--soft); }
        td:first-child { white-space: nowrap; }
        .why span { display: inline-block; margin-right: 12px; white-space: nowrap; }
        .key { display: flex; flex-wrap: wrap; gap: 4px 18px; margin-top: 12px; font-size: 13px; color: var(--soft); }
        .key i { display: inline-block; width: 10px; height: 10px; border-radius: 3px; margin-right: 6px; }
        svg { display: block; width: 100%; height: auto; }
        svg text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; fill: var(--ink); }
        svg .quiet { fill: var(--soft); }
        svg .value { font-variant-numeric: tabular-nums; }
        .track { fill: var(--track); } .accent { fill: var(--accent); } .faint { fill: var(--accent); opacity: 0.38; }
        .good { fill: var(--good); background: var(--good); } .bad { fill: var(--bad); background: var(--bad); }
        .wait { fill: var(--wait); background: var(--wait); } .void { fill: var(--void); background: var(--void); }
        .running { fill: var(--accent); background: var(--accent); }
        @media print { body { background: none; } section { break-inside: avoid; } }
        """;
}
