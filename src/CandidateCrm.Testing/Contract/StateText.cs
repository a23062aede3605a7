using CandidateCrm.Applications;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Segments;
using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Testing;

/// <summary>Writes a relationship out, one line for each fact, so that two can be compared and a difference read.</summary>
internal static class StateText
{
    internal static IEnumerable<string> Of(Relationship r) =>
    [
        $"key {r.Key}",
        $"cursor {r.Cursor.Micros} {r.Cursor.Rank} {r.Cursor.SourceOrder} {r.Cursor.Id} {r.Cursor.Ordinal}",
        $"told {r.Told} under {r.RulesPosition}, tried again {r.Redrive?.Attempts} times, next {At(r.Redrive?.At)}",
        $"next change {At(r.NextChangeAt)}, wake {At(r.WakeAt)}",
        r.Retractions is { } retractions ? $"retracted [{string.Join(' ', retractions.Events)}] [{string.Join(' ', retractions.Batches)}]" : "no retractions",
        r.Contact is { } c ? $"contact {At(c.LastInboundAt)} {At(c.LastOutboundAt)} {c.Touchpoints} since {At(c.FirstTouchpointAt)}" : "no contact",
        .. r.Applications is { } applications ? applications.All.Select(Of) : ["no applications"],
        .. r.Lifecycle is { } lifecycle ? Of(lifecycle) : ["no lifecycle"],
        .. r.Engagement is { } engagement ? Of(engagement) : ["no scores"],
        .. r.Charter is { } charter ? Of(charter) : ["no promises"],
        .. r.Tasks is { } tasks ? tasks.Open.Select(Of) : ["no tasks"],
        .. r.Segments is { } segments ? Of(segments) : ["no segments"],
        .. r.Faults.Select(f => $"fault {f.Feature} {f.Code} {f.Definition ?? "-"} {At(f.At)}"),
        .. r.Unknown.Select(u => $"unknown {u.Name} {u.Json}"),
    ];

    internal static string At(Instant? instant) => instant is { } at ? InstantPattern.ExtendedIso.Format(at) : "-";

    private static string Of(ApplicationState a)
    {
        var visits = string.Concat(a.Visits.Select(v => $" [{v.Stage} {v.Category} {At(v.From)} {At(v.To)} {v.Actor} {v.Reason}]"));
        var ending = a.Ending is { } e ? $"{e.Disposition} {e.Reason} {At(e.At)} from {e.From} {e.News}{(e.AwaitsPerson ? " awaits" : string.Empty)}" : $"{a.Status}";
        return $"application {a.Application} {a.Requisition} {a.Family} {a.Pipeline} {a.Source} submitted {At(a.SubmittedAt)} in {a.Stage} {a.Category} since {At(a.StageSince)}"
            + $" furthest {a.Furthest} {a.FurthestCategory} {a.FurthestHere} held {a.WasInterviewed} {Of(a.Offer)} numbers {a.Numbers} reopened {a.Reopenings}"
            + $" abandons {At(a.AbandonsAt)} follows {a.Follows} also [{string.Join(' ', a.Aliases)}] refused {At(a.RefusedAt)} asked {a.Asks} {At(a.AskedAt)} {Of(a.Public)} {ending}{visits}{string.Concat(a.Interviews.Select(Of))}";
    }

    private static string Of(PublicStanding? p) =>
        p is null ? "public none" : $"public {p.Step} since {At(p.Since)} changes {p.Changes}"
            + (p.Waiting is { } w ? $" next {w.Step} {w.Reason} not before {At(w.NotBefore)} awaits {w.AwaitsMessage} shows {At(w.ShowsAt)}" : string.Empty);

    private static string Of(OfferState? offer) => offer is { } o
        ? $"offer {o.Offer} v{o.Version} {o.Status} since {At(o.Since)} made {At(o.MadeAt)} until {At(o.AnswerBy)} from {o.StartsOn} #{o.Number}"
        : "no offer";

    private static string Of(InterviewState i) =>
        $" [interview {i.Interview} {i.Round} {i.Status} {i.MissedBy} since {At(i.Since)} {At(i.StartsAt)} {At(i.EndsAt)} {i.Zone} book by {At(i.BookBy)} #{i.Number}"
        + $" ({string.Join(' ', i.Interviewers)}) ({string.Join(' ', i.FeedbackFrom)}) ({string.Join(' ', i.Reminders.Select(r => $"{r.Reminder} {At(r.At)}"))})]";

    private static IEnumerable<string> Of(LifecycleSlice slice) =>
    [
        $"phase {slice.Phase} since {At(slice.Since)} after {slice.Changes} changes",
        .. slice.Past.Select(p => $"past phase {p.Phase} {p.Visits} {p.Total.ToInt64Nanoseconds()}"),
    ];

    private static IEnumerable<string> Of(SegmentsSlice slice) =>
    [
        .. slice.Standings.Select(s => $"segment {s.Segment} since {At(s.Since)} v{s.Version} {s.Stays} stays, flips {At(s.FlipsAt)}"),
        .. slice.Choices.Select(c => $"segment {c.Segment} {(c.IsIn ? "in" : "out")} by {c.By} at {At(c.At)}, {c.Reason}"),
        .. slice.Touches is { } touches ? Of(touches) : [],
    ];

    private static IEnumerable<string> Of(SegmentTouches touches) =>
        touches.Open.Select(t => $"touchpoint {At(t.At)} {t.Told}").Append($"touchpoints settled [{string.Join(' ', touches.Settled)}] of {touches.Past}");

    private static string Of(WantedTask t) =>
        $"task {t.Key} wanted {At(t.WantedAt)} {t.Task.Reason} for {t.Task.Rule} about {t.Task.Subject} due {At(t.Task.DueAt)}";

    private static IEnumerable<string> Of(EngagementSlice slice) =>
    [
        .. slice.Scores.SelectMany(Of),
        .. slice.Retired.Select(c => $"score that was {c.Score} {c.Changes}"),
    ];

    private static IEnumerable<string> Of(TrackedScore score)
    {
        var s = score.State;
        return
        [
            $"score {s.Model} v{s.ModelVersion} seen {At(s.SeenUntil)} band {s.Band} since {At(s.BandSince)} next {At(score.NextChangeAt)} changes {score.Changes}",
            .. s.Signals.Select(x => $"signal {x.NewestBlock} [{string.Join(' ', x.Blocks)}] {x.Count} {x.Lifetime} {At(x.FirstAt)} {At(x.NewestAt)} {x.EdgesAreBounds}"),
        ];
    }

    private static IEnumerable<string> Of(CharterSlice slice) =>
    [
        $"late until {At(slice.LateUntil)}",
        .. slice.Promises.Select(p => $"promise {p.Key} v{p.Version} of {p.RulesPosition} opened {At(p.OpenedAt)} due {At(p.DueAt)} by {p.Calendar} v{p.CalendarVersion} {p.ZoneDataVersion} {p.State}{More(p)}"),
        .. slice.Counters.Select(k => $"counter {k.Expectation} {k.Subject} {k.Last} left {Nanos(k.Remaining)}"),
    ];

    private static string More(Promise p) =>
        $" would be due {At((p with { State = PromiseState.Open }).DueAt)} stands still since {At(p.PausedSince)} with {Nanos(p.Remaining)} left"
        + $" levels {p.LevelsPassed} next {At(p.NextStepAt)} changes {p.Changes} told {At(p.ToldDueAt)}"
        + $" [{string.Join(' ', p.Pauses.Select(pause => $"{pause.Reason} {At(pause.From)} {At(pause.To)}"))}] [{string.Join(' ', p.Counted.Select(at => At(at)))}]";

    private static string Nanos(Duration? duration) => duration is { } given ? DurationPattern.Roundtrip.Format(given) : "-";
}
