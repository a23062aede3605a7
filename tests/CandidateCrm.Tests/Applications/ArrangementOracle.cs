using CandidateCrm.Applications;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Applications;

/// <summary>
/// What interviews and the offer of one application come to, the plain way: for each question the history is looked through again. It knows no
/// state machine, no alarm and no stored reminder, only what was told last.
/// </summary>
internal sealed class ArrangementOracle(IEnumerable<TimelineEvent> history, Instant end)
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private readonly TimelineEvent[] _line = [.. history.Where(e => e.OccurredAt <= end).OrderBy(e => e.Place)];

    /// <summary>Says how an interview stands: the last thing that happened to it.</summary>
    internal InterviewStatus? StatusOf(InterviewId interview)
    {
        var told = Known(interview, _line);
        return told.All(e => e.Entry is FeedbackWithdrawn) ? null : Moves(told) is [.., var (at, fact)] ? Where(at, fact, end) : InterviewStatus.Untold;
    }

    /// <summary>Says who owes feedback.</summary>
    internal string MissingOf(InterviewId interview)
    {
        return StatusOf(interview) == InterviewStatus.Held ? Missing(Known(interview, _line)) : string.Empty;
    }

    /// <summary>Says whether an interview was held and nobody owes feedback of it any more: that alone is remembered when it is forgotten.</summary>
    internal bool WasForgottenHeld()
    {
        var was = false;
        foreach (var talk in _line.Select(e => e.Entry).OfType<IInterviewFact>().Select(fact => fact.Interview).Distinct())
        {
            _ = Known(talk, _line, told => was |= IsHeld(told));
        }

        return was;
    }

    private static bool IsHeld(IEnumerable<TimelineEvent> told) => Moves(told) is [.., (_, InterviewHeld)];

    private static string Missing(IReadOnlyList<TimelineEvent> told)
    {
        var last = told.LastOrDefault(e => PanelOf(e) is { Length: > 0 } || e.Entry is InterviewScheduled);
        var panel = last is null ? [] : PanelOf(last)!;
        var given = panel.Where(person => told.LastOrDefault(e => ByOf(e) == person)?.Entry is FeedbackGiven);
        return string.Join(' ', panel.Except(given));
    }

    /// <summary>Returns all reminders that came, in all lives of the application: each from a date on until the next thing that happened.</summary>
    internal IEnumerable<string> Reminders()
    {
        foreach (var one in _line.Where(e => e.Entry is InterviewScheduled or InterviewRescheduled))
        {
            var fact = (IInterviewFact)one.Entry;
            var before = MovesBefore(one, fact.Interview);
            if (!IsLiveAt(one) || IsSameDate(before, one))
            {
                continue;
            }

            var (startsAt, zone) = DateOf(before, one);
            var next = EndOf(one, fact.Interview);
            var there = zone is null ? Berlin : DateTimeZoneProviders.Tzdb[zone];
            var dayBefore = there.AtLeniently(startsAt.InZone(there).Date.PlusDays(-1) + new LocalTime(9, 0)).ToInstant();
            foreach (var (at, key) in new[] { (dayBefore, "day-before"), (startsAt - Duration.FromHours(2), "two-hours-before") })
            {
                if (at >= one.OccurredAt && at < startsAt && at < next && at <= end)
                {
                    yield return $"{fact.Interview} {key} {at}";
                }
            }
        }
    }

    /// <summary>Returns when choices lapsed.</summary>
    internal IEnumerable<string> LapsedChoices() =>
        from one in _line
        where one.Entry is InterviewSlotsOffered { Until: not null } && IsLiveAt(one)
        let offered = (InterviewSlotsOffered)one.Entry
        let at = Instant.Max(offered.Until!.Value, one.OccurredAt)
        where (offered.Until < one.OccurredAt || at < EndOf(one, offered.Interview)) && at <= end
        select $"{offered.Interview} {at}";

    private static InterviewStatus Where(Instant at, IInterviewFact fact, Instant now) => fact switch
    {
        InterviewSlotsOffered { Until: { } until } when until <= now || until < at => InterviewStatus.SlotsLapsed,
        InterviewSlotsOffered => InterviewStatus.SlotsOffered,
        InterviewScheduled or InterviewRescheduled => InterviewStatus.Scheduled,
        InterviewCancelled => InterviewStatus.Cancelled,
        InterviewMissed => InterviewStatus.Missed,
        _ => InterviewStatus.Held,
    };

    private static PersonId? ByOf(TimelineEvent e) => e.Entry is FeedbackGiven given ? given.By : e.Entry is FeedbackWithdrawn back ? back.By : null;

    private static PersonId[]? PanelOf(TimelineEvent e) => e.Entry switch
    {
        InterviewScheduled scheduled => [.. scheduled.Interviewers],
        InterviewRescheduled rescheduled => [.. rescheduled.Interviewers],
        InterviewHeld held => [.. held.Interviewers],
        _ => null,
    };

    private static (Instant At, IInterviewFact Fact)[] Moves(IEnumerable<TimelineEvent> told) =>
        [.. told.Where(e => e.Entry is IInterviewFact and not (FeedbackGiven or FeedbackWithdrawn)).Select(e => (e.OccurredAt, (IInterviewFact)e.Entry))];

    /// <summary>Returns what is known of an interview: as long as the application has ended, all that was told of it is forgotten unless it was held and somebody owes feedback.</summary>
    private static List<TimelineEvent> Known(InterviewId interview, IEnumerable<TimelineEvent> line, Action<List<TimelineEvent>>? forgotten = null)
    {
        var (known, hasEnded) = (new List<TimelineEvent>(), false);
        foreach (var one in line)
        {
            hasEnded = one.Entry is ApplicationEnded || (hasEnded && one.Entry is not ApplicationReopened);
            if (one.Entry is IInterviewFact fact && fact.Interview == interview)
            {
                known.Add(one);
            }

            if (hasEnded && !(IsHeld(known) && Missing(known).Length > 0))
            {
                forgotten?.Invoke(known);
                known.Clear();
            }
        }

        return known;
    }

    private bool IsLiveAt(TimelineEvent one) => _line.Where(e => e.Place < one.Place).LastOrDefault(e => e.Entry is ApplicationEnded or ApplicationReopened)?.Entry is not ApplicationEnded;

    /// <summary>Returns what is known of an interview before an event.</summary>
    private TimelineEvent[] MovesBefore(TimelineEvent one, InterviewId interview) => [.. Known(interview, _line.Where(e => e.Place < one.Place))];

    /// <summary>Says whether a date repeats what the interview has.</summary>
    private static bool IsSameDate(TimelineEvent[] before, TimelineEvent one)
    {
        if (Moves(before) is not [.., (_, InterviewScheduled or InterviewRescheduled)])
        {
            return false;
        }

        var last = before.Last(e => e.Entry is InterviewScheduled or InterviewRescheduled);
        var earlier = before.TakeWhile(e => e != last).ToArray();
        return DateOf(earlier, last) == DateOf(before, one) && EndsAt(last) == EndsAt(one) && Panel(earlier, last).SequenceEqual(Panel(before, one));
    }

    private static Instant? EndsAt(TimelineEvent e) => e.Entry is InterviewScheduled scheduled ? scheduled.EndsAt : ((InterviewRescheduled)e.Entry).EndsAt;

    private static PersonId[] Panel(TimelineEvent[] before, TimelineEvent one) =>
        one.Entry is InterviewRescheduled { Interviewers.IsEmpty: true } ? before.LastOrDefault(e => PanelOf(e) is { Length: > 0 } || e.Entry is InterviewScheduled) is { } last ? PanelOf(last)! : [] : PanelOf(one)!;

    private static (Instant StartsAt, string? Zone) DateOf(TimelineEvent[] before, TimelineEvent one) => one.Entry switch
    {
        InterviewScheduled scheduled => (scheduled.StartsAt, scheduled.Zone),
        InterviewRescheduled rescheduled => (rescheduled.StartsAt, rescheduled.Zone ?? before.Select(ZoneOf).LastOrDefault(told => told.IsSaid).Zone),
        _ => throw new InvalidOperationException(),
    };

    private static (bool IsSaid, string? Zone) ZoneOf(TimelineEvent e) => e.Entry switch
    {
        InterviewScheduled scheduled => (true, scheduled.Zone),
        InterviewRescheduled { Zone: { } zone } => (true, zone),
        _ => default,
    };

    /// <summary>Returns when the next thing happened to an interview or to its application; a date that is told again is nothing.</summary>
    private Instant EndOf(TimelineEvent one, InterviewId interview)
    {
        var next = _line.Where(e => e.Place > one.Place).FirstOrDefault(e =>
            e.Entry is ApplicationEnded
            || (e.Entry is IInterviewFact fact and not (FeedbackGiven or FeedbackWithdrawn) && fact.Interview == interview
                && !(fact is InterviewScheduled or InterviewRescheduled && IsSameDate(MovesBefore(e, interview), e))));
        return next?.OccurredAt ?? Instant.MaxValue;
    }
}
