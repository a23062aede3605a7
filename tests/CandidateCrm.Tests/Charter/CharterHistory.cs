using System.Text;
using CandidateCrm.Applications;
using CandidateCrm.Charter;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Charter;

/// <summary>A random history on the quarters of an hour of five weeks, in which every fact fits what was told before.</summary>
internal sealed class CharterHistory(TimelineEvent[] events)
{
    internal const int Quarters = 35 * 96;

    /// <summary>Gets the first quarter: midnight of a Monday.</summary>
    internal static Instant Start { get; } = Instant.FromUtc(2026, 3, 2, 0, 0);

    internal static Arbitrary<CharterHistory> Any { get; } = Arb.From(
        from count in Gen.Choose(1, 28)
        from dice in Gen.ArrayOf(Gen.Choose(0, int.MaxValue - 1), count * 4)
        select new CharterHistory(Told(dice)),
        one => Enumerable.Range(0, one.Events.Length).Select(i => new CharterHistory([.. one.Events.Where((_, j) => j != i)])).Where(less => less.Fits));

    internal TimelineEvent[] Events { get; } = events;

    internal static Instant At(int quarter) => Start + Duration.FromMinutes(15 * quarter);

    internal static int QuarterOf(Instant at) => (int)((at - Start).TotalMinutes / 15);

    public override string ToString()
    {
        var text = new StringBuilder().AppendLine();
        foreach (var one in Events)
        {
            text.AppendLine($"{one.OccurredAt} {one.Id} {one.Entry}");
        }

        return text.ToString();
    }

    /// <summary>Gets a value indicating whether every fact still fits where one was taken out.</summary>
    private bool Fits
    {
        get
        {
            var status = new Dictionary<JobApplicationId, bool>();
            foreach (var entry in Events.Select(e => e.Entry).OfType<IApplicationFact>())
            {
                var isLive = status.TryGetValue(entry.Application, out var live) && live;
                var isKnown = status.ContainsKey(entry.Application);
                if (entry switch { ApplicationSubmitted => isKnown, ApplicationReopened => !isKnown || isLive, _ => !isLive })
                {
                    return false;
                }

                status[entry.Application] = entry is not ApplicationEnded;
            }

            return true;
        }
    }

    private static TimelineEvent[] Told(int[] dice)
    {
        var live = new Dictionary<string, string>(StringComparer.Ordinal);
        var over = new HashSet<string>(StringComparer.Ordinal);
        var quarter = 36;
        var events = new List<TimelineEvent>();
        for (var i = 0; i + 3 < dice.Length; i += 4)
        {
            // Most in office hours, some at opening and closing, many at the same quarter as the one before.
            quarter = (dice[i] % 5) switch { 0 => quarter, 1 => quarter + (dice[i] % 7), 2 => Next(quarter, 68), 3 => Next(quarter, 36), _ => quarter + (dice[i] % 60) };
            if (quarter >= Quarters - 96)
            {
                break;
            }

            var fact = FactOf(dice[i + 1] % 20, dice[i + 2], (quarter, i), (live, over));
            events.Add(Histories.Event(FormattableString.Invariant($"e{i / 4:D3}"), At(quarter), fact, i));
        }

        return [.. events];
    }

    // The next quarter at a time of day.
    private static int Next(int quarter, int ofDay) => quarter + ((ofDay - (quarter % 96) + 96) % 96);

    private static IFact FactOf(int kind, int die, (int Quarter, int Number) now, (Dictionary<string, string> Live, HashSet<string> Over) apps)
    {
        var name = $"app-{die % 2}";
        var id = JobApplicationId.From(name);
        var about = die % 3 == 0 ? default : id;
        var isLive = apps.Live.ContainsKey(name);
        switch (kind)
        {
            case < 4 when !isLive:
                apps.Live[name] = "applied";
                return apps.Over.Remove(name) ? new ApplicationReopened { Application = id, Stage = StageKey.From("applied") } : new ApplicationSubmitted { Application = id, Requisition = RequisitionId.From($"req-{name}") };
            case 4 or 5 when isLive:
                apps.Live[name] = apps.Live[name] == "screening" ? "interview" : "screening";
                return new StageEntered { Application = id, Stage = StageKey.From(apps.Live[name]) };
            case 6 or 7 when isLive:
                return new InterviewHeld { Application = id, Interview = InterviewId.From(FormattableString.Invariant($"i{now.Number}")) };
            case 8 when isLive:
                return new OfferMade { Application = id, Offer = OfferId.From(FormattableString.Invariant($"o{now.Number}")) };
            case 9 when isLive:
                apps.Live.Remove(name);
                apps.Over.Add(name);
                return new ApplicationEnded { Application = id, Disposition = die % 5 < 3 ? Disposition.Withdrew : Disposition.Rejected };
            case 10 or 11:
                return new WaitingBegan { Application = about, Reason = die % 7 < 4 ? CharterRules.Waiting : CharterRules.Delay };
            case 12 or 13:
                return new WaitingEnded { Application = about, Reason = die % 7 < 4 ? CharterRules.Waiting : CharterRules.Delay };
            case 14:
                return new ContactPromised { Application = about, DueAt = At(now.Quarter + (die % 150) - 4) };
            case 15 when die % 4 == 0:
                return new CustomFact { Code = FactCode.From("stop") };
            default:
                var isOut = kind % 2 == 0;
                return new TouchpointRecorded
                {
                    Kind = isOut ? TouchKinds.EmailDelivered : TouchKinds.EmailReplied, Direction = isOut ? Direction.Outbound : Direction.Inbound,
                    Application = about, Automated = die % 5 == 0, NeedsNoReply = die % 11 == 0,
                };
        }
    }
}
