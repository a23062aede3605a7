using CandidateCrm.Applications;
using CandidateCrm.Charter;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Charter;

/// <summary>
/// The promises of <see cref="CharterRules"/> in the plainest way: every quarter of an hour is looked at, open quarters are counted one by one, and each
/// expectation is written out by hand. It knows no calendar, no fold and no rule as data.
/// </summary>
internal sealed class CharterOracle
{
    private const string Whole = "*";

    private readonly List<Running> _all = [];
    private readonly Dictionary<string, (bool IsLive, string Stage)> _apps = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Rule, string App), int> _left = [];
    private readonly HashSet<(string Rule, string App)> _opened = [];

    private CharterOracle()
    {
    }

    /// <summary>Returns each promise as its rule, its subject and what became of it, in the order of opening.</summary>
    internal static string[] Of(CharterHistory history)
    {
        var oracle = new CharterOracle();
        var events = history.Events.ToLookup(e => CharterHistory.QuarterOf(e.OccurredAt), e => e);
        for (var quarter = 0; quarter <= CharterHistory.Quarters; quarter++)
        {
            foreach (var one in events[quarter].OrderBy(e => e.SourceOrder))
            {
                oracle.Hear(one.Entry, quarter);
            }

            oracle.Tick(quarter);
        }

        return [.. oracle._all.Select(p => p.ToString())];
    }

    private static bool IsOpen(int quarter) => quarter % 672 < 480 && quarter % 96 is >= 36 and < 68;

    private static int Open(int from, int to)
    {
        var open = 0;
        for (var q = from; q < to; q++)
        {
            open += IsOpen(q) ? 1 : 0;
        }

        return open;
    }

    private static int Add(int start, int open)
    {
        var at = start;
        while (open == 0 && !IsOpen(at))
        {
            at++;
        }

        for (; open > 0; at++)
        {
            open -= IsOpen(at) ? 1 : 0;
        }

        return at;
    }

    private static int Before(int end, int open)
    {
        var at = end;
        for (; open > 0; at--)
        {
            open -= IsOpen(at - 1) ? 1 : 0;
        }

        return at;
    }

    private static int CloseAfter(int quarter, int days)
    {
        var day = quarter / 96;
        while (days > 0)
        {
            day++;
            days -= day % 7 < 5 ? 1 : 0;
        }

        return (day * 96) + 68;
    }

    private void Hear(ITimelineEntry entry, int now)
    {
        var subject = entry switch
        {
            IApplicationFact fact => fact.Application.Value,
            TouchpointRecorded { Application.IsAssigned: true } touch => touch.Application.Value,
            WaitingBegan { Application.IsAssigned: true } began => began.Application.Value,
            WaitingEnded { Application.IsAssigned: true } ended => ended.Application.Value,
            ContactPromised { Application.IsAssigned: true } promised => promised.Application.Value,
            _ => Whole,
        };
        Follow(entry, subject);
        foreach (var promise in _all.Where(p => p.IsRunning).ToArray())
        {
            Hear(promise, entry, subject, now);
        }

        if (entry is ApplicationEnded)
        {
            foreach (var promise in _all.Where(p => p.IsRunning && p.Subject == subject).ToArray())
            {
                End(promise, now);
            }

            _opened.RemoveWhere(known => known.App == subject && !_left.ContainsKey(known));
        }

        Start(entry, subject, now);
    }

    private void Follow(ITimelineEntry entry, string subject)
    {
        switch (entry)
        {
            case ApplicationSubmitted or ApplicationReopened:
                _apps[subject] = (true, "applied");
                break;
            case StageEntered entered:
                _apps[subject] = (true, entered.Stage.Value);
                break;
            case ApplicationEnded:
                _apps[subject] = (false, _apps[subject].Stage);
                break;
            default:
                break;
        }
    }

    private void Hear(Running promise, ITimelineEntry entry, string subject, int now)
    {
        var isMeant = promise.Subject == Whole || promise.Subject == subject;
        var isOut = entry is TouchpointRecorded { Direction: Direction.Outbound };
        var byPerson = entry is TouchpointRecorded { Automated: false } || entry is not TouchpointRecorded;
        if (promise.Rule is "no-contact" or "at-most-two")
        {
            if (isOut && isMeant)
            {
                Breach(promise, now);
            }
            else if (promise.Rule == "no-contact" && entry is ApplicationReopened && isMeant)
            {
                promise.Verdict = $"kept {now}";
            }

            return;
        }

        var keeps = promise.Rule switch
        {
            "acknowledge" or "update" => isOut,
            "answer" or "call" => isOut && byPerson,
            "decide" => entry is ApplicationEnded { Disposition: Disposition.Rejected },
            "first" or "total" => entry is InterviewHeld,
            _ => entry is TouchpointRecorded or InterviewHeld,
        };
        if (isMeant && keeps)
        {
            Keep(promise, now);
            if (promise.Rule is "update" || (promise.Rule is "silence" && entry is not ApplicationEnded))
            {
                Begin(promise.Rule, promise.Subject, now);
            }
        }
        else if (promise.Rule == "update" && entry is CustomFact)
        {
            promise.Fall(now);
            promise.Verdict = promise.BrokenAt is null ? $"void {now}" : promise.Verdict + " ended";
            promise.IsOver = true;
        }
        else if (isMeant || subject == Whole)
        {
            Pause(promise, entry, now);
        }
    }

    private static void Pause(Running promise, ITimelineEntry entry, int now)
    {
        string[] reasons = promise.Rule switch { "acknowledge" => ["waiting", "delay"], "total" or "silence" => ["waiting"], "call" => ["delay"], _ => [] };
        if (promise.BrokenAt is not null)
        {
            return;
        }

        if (entry is WaitingBegan began && reasons.Contains(began.Reason.Value) && promise.Waits.TryAdd(began.Reason.Value, now))
        {
            promise.PausedSince ??= now;
        }
        else if (entry is WaitingEnded ended && promise.Waits.Remove(ended.Reason.Value))
        {
            promise.Resume(now);
            promise.Judge(now - 1, now);
        }
    }

    private void Breach(Running promise, int now)
    {
        if (promise.Rule == "at-most-two")
        {
            promise.Counted.RemoveAll(at => at <= now - (3 * 96));
            promise.Counted.Add(now);
            if (promise.Counted.Count <= 2)
            {
                return;
            }
        }

        promise.Verdict = $"broken {now}";
        promise.IsOver = true;
        var next = new Running(promise.Rule, promise.Subject, now, due: null);
        next.Counted.AddRange(promise.Counted.TakeLast(2));
        _all.Add(next);
    }

    private void Keep(Running promise, int now)
    {
        if (promise.Rule == "total")
        {
            _left[(promise.Rule, promise.Subject)] = promise.BrokenAt is not null ? 0 : Open(promise.PausedSince ?? now, promise.Due!.Value);
        }

        promise.Verdict = promise.BrokenAt is null ? $"kept {now}" : promise.Verdict + $" late {now}";
        promise.IsOver = true;
    }

    private void End(Running promise, int now)
    {
        if (promise.Rule == "answer")
        {
            return;
        }

        if (promise.Rule != "call")
        {
            promise.Fall(now);
        }

        if (promise.BrokenAt is not null)
        {
            promise.Verdict += " ended";
            promise.IsOver = true;
        }
        else if (promise.Rule == "call")
        {
            Keep(promise, now);
        }
        else
        {
            promise.Verdict = $"void {now}";
        }
    }

    private void Start(ITimelineEntry entry, string subject, int now)
    {
        var isLive = !_apps.TryGetValue(subject, out var app) || app.IsLive;
        var touch = entry as TouchpointRecorded;
        if (entry is ApplicationSubmitted or ApplicationReopened)
        {
            Begin("acknowledge", subject, now);
        }

        if (entry is InterviewHeld)
        {
            Void(_all.Where(p => p.IsRunning && !p.IsDue(now) && p.Rule == "decide" && p.Subject == subject), now);
            Begin("decide", subject, now);
        }

        if (touch is { Direction: Direction.Inbound, NeedsNoReply: false } && isLive && !Runs("answer", subject))
        {
            Begin("answer", subject, now);
        }

        if (entry is ApplicationSubmitted)
        {
            Begin("update", subject, now);
        }

        if (entry is ApplicationSubmitted or StageEntered && !Runs("first", subject) && _opened.Add(("first", subject)))
        {
            Begin("first", subject, now);
        }

        if ((entry is ApplicationSubmitted && !Runs("total", subject) && _opened.Add(("total", subject))) || (entry is OfferMade && !Runs("total", subject) && _left.ContainsKey(("total", subject))))
        {
            Begin("total", subject, now);
        }

        if (entry is ApplicationSubmitted or ApplicationReopened or StageEntered)
        {
            Void(_all.Where(p => p.IsRunning && p.Rule == "silence" && p.Subject == subject), now);
            Begin("silence", subject, now);
        }

        if (entry is ContactPromised promised && isLive && CharterHistory.QuarterOf(promised.DueAt) > now)
        {
            Void(_all.Where(p => p.IsRunning && !p.IsDue(now) && p.Rule == "call" && p.Subject == subject), now);
            _all.Add(new Running("call", subject, now, CharterHistory.QuarterOf(promised.DueAt)));
        }

        if (entry is ApplicationEnded { Disposition: Disposition.Withdrew } && !Runs("no-contact", subject))
        {
            _all.Add(new Running("no-contact", subject, now, due: null));
        }

        if (touch is { Direction: Direction.Outbound } && !Runs("at-most-two", Whole))
        {
            _all.Add(new Running("at-most-two", Whole, now, due: null) { Counted = { now } });
        }
    }

    private bool Runs(string rule, string subject) => _all.Exists(p => p.IsRunning && p.Rule == rule && p.Subject == subject);

    private static void Void(IEnumerable<Running> ended, int now)
    {
        foreach (var promise in ended.ToArray())
        {
            promise.Fall(now);
            promise.Verdict = promise.BrokenAt is null ? $"void {now}" : promise.Verdict + " ended";
            promise.IsOver = true;
        }
    }

    private void Begin(string rule, string subject, int now)
    {
        var stage = _apps.TryGetValue(subject, out var app) ? app.Stage : string.Empty;
        int? due = rule switch
        {
            "acknowledge" => Add(now, 16),
            "decide" => CloseAfter(now, 2),
            "answer" => Add(now, 32),
            "update" => CloseAfter(now, 3),
            "first" => Add(now, 40),
            "total" => Add(now, _left.Remove((rule, subject), out var left) ? left : 40),
            _ => stage switch { "screening" => Add(now, 24), "applied" => CloseAfter(now, 1), _ => null },
        };
        if (due is not null)
        {
            _all.Add(new Running(rule, subject, now, due));
        }
    }

    private void Tick(int now)
    {
        foreach (var promise in _all.Where(p => p.IsRunning))
        {
            if (promise.Waits.TryGetValue("waiting", out var since) && now >= since + 192)
            {
                promise.Waits.Remove("waiting");
                promise.Resume(since + 192);
            }

            promise.Judge(now, now);
        }
    }

    /// <summary>One promise while it runs, and what became of it.</summary>
    private sealed class Running(string rule, string subject, int opened, int? due)
    {
        private int _paused;

        internal string Rule => rule;

        internal string Subject => subject;

        internal int? Due { get; set; } = due;

        internal int? PausedSince { get; set; }

        internal Dictionary<string, int> Waits { get; } = new(StringComparer.Ordinal);

        internal int? BrokenAt { get; set; }

        internal string? Verdict { get; set; }

        internal bool IsOver { get; set; }

        internal List<int> Counted { get; } = [];

        private List<string> Warned { get; } = [];

        private int Passed { get; set; }

        internal bool IsRunning => !IsOver && (Verdict is null || BrokenAt is not null);

        public override string ToString() =>
            $"{rule} {subject} from {opened}: {Verdict ?? (PausedSince is { } since ? $"paused since {since}" : $"open due {Due}")}{string.Concat(Warned.Select(w => $" {w}"))}";

        internal void Resume(int now)
        {
            if (Waits.Count > 0)
            {
                return;
            }

            var open = Open(PausedSince!.Value, now);
            Due = open > 0 ? Add(Due!.Value, open) : Due;
            _paused += open;
            PausedSince = null;
        }

        internal bool IsDue(int now) => BrokenAt is not null || (PausedSince is null && Due <= now);

        /// <summary>At its due quarter nothing but what keeps it saves it.</summary>
        internal void Fall(int now)
        {
            if (BrokenAt is null && IsDue(now))
            {
                BrokenAt = Due;
                Verdict = $"broken {Due}";
            }
        }

        /// <summary>Judges what lies up to a quarter, noticed at another.</summary>
        internal void Judge(int until, int noticed)
        {
            if (PausedSince is null && BrokenAt is null && Due <= until)
            {
                BrokenAt = Due;
                Verdict = $"broken {Due}";
            }

            Warn(until, noticed);
        }

        private void Warn(int now, int noticed)
        {
            if (rule != "acknowledge" || PausedSince is not null)
            {
                return;
            }

            var lead = Add(Due!.Value, 8);
            (string Level, int At)[] levels = [("half", Add(opened, 8 + _paused)), ("hour", Math.Max(opened, Before(Due.Value, 4))), ("lead1", lead), ("lead2", Add(lead, 40))];
            var reached = levels.Count(level => level.At <= now);
            if (reached > Passed)
            {
                Warned.Add($"{levels[reached - 1].Level}@{noticed}");
                Passed = reached;
            }
        }
    }
}
