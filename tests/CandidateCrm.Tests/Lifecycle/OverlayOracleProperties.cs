using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Lifecycle;

/// <summary>Overlays against an oracle that looks at the facts one after the other, without slices, alarms or passes.</summary>
public sealed class OverlayOracleProperties
{
    private static readonly RelationshipEngine Engine = new();
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Fact]
    public void Overlays_are_what_the_facts_say() =>
        Prop.ForAll(Histories.Any, Arb.From(Gen.Choose(0, 24 * 90)), (events, hour) =>
        {
            var at = Histories.Start + Duration.FromHours(hour);
            TimelineEvent[] line = [.. events.Where(e => e.OccurredAt <= at && IsFollowed(e.Entry)).OrderBy(e => e.Place)];
            var slice = Engine.Replay(Histories.Anna, line, TestRules.Log, at).Next.Lifecycle;
            var oracle = new Oracle();
            foreach (var one in line)
            {
                oracle.Tell(one.OccurredAt, one.Entry);
            }

            var (until, barred, into, erased) = oracle.At(at);
            var overlays = slice?.Overlays ?? LifecycleOverlays.None;
            return (overlays.Snooze?.Until, overlays.ContactBar?.Since, overlays.MergedInto, overlays.ErasedAt) == (until, barred, into, erased);
        }).Check(Tries.Of(800));

    [Fact]
    public void The_oracle_meets_every_overlay()
    {
        var met = Tries.Sample(Histories.Any.Generator, 1_000, 30).Select(events => Engine.Replay(Histories.Anna, events, TestRules.Log).Next.Lifecycle!.Overlays).ToArray();

        Assert.Contains(met, o => o.Snooze is not null);
        Assert.Contains(met, o => o.ContactBar is not null);
        Assert.Contains(met, o => o.MergedAt is not null);
        Assert.Contains(met, o => o.ErasedAt is not null);
    }

    // Of applications the oracle follows the plain ways only; what ends one or brings one to life in other ways counts for a snooze as these do.
    private static bool IsFollowed(ITimelineEntry entry) => entry is not (IApplicationFact or RequisitionClosed)
        || entry is ApplicationSubmitted or StageEntered or InterviewHeld or OfferMade or ApplicationEnded or ApplicationReopened or CandidateHired or StartDateMoved;

    private sealed class Oracle
    {
        private readonly Dictionary<JobApplicationId, Disposition?> _applications = [];
        private LocalDate? _until;
        private Instant? _barred;
        private CandidateId _into;
        private Instant? _erased;

        internal (LocalDate? Until, Instant? Barred, CandidateId Into, Instant? Erased) At(Instant at)
        {
            Wait(at);
            return (_until, _barred, _into, _erased);
        }

        internal void Tell(Instant at, ITimelineEntry entry)
        {
            Wait(at - Duration.FromTicks(10));
            var endsSnooze = Process(entry);
            if (_erased is not null || (_into.IsAssigned && entry is not (CandidateMerged or CandidateUnmerged or CandidateErased)))
            {
                return;
            }

            _until = endsSnooze ? null : _until;
            switch (entry)
            {
                case CandidateSnoozed snoozed when snoozed.Until > at.InZone(Berlin).Date:
                    _until = snoozed.Until;
                    break;
                case SnoozeEnded:
                    _until = null;
                    break;
                case ContactBarred:
                    _barred ??= at;
                    break;
                case ContactBarLifted:
                    _barred = null;
                    break;
                case CandidateMerged merged:
                    _into = merged.Into;
                    break;
                case CandidateUnmerged:
                    // A date that came meanwhile is over at once.
                    _into = default;
                    _until = _until <= at.InZone(Berlin).Date && at > Berlin.AtStartOfDay(_until.Value).ToInstant() ? null : _until;
                    break;
                case CandidateErased:
                    (_erased, _until) = (at, null);
                    break;
                default:
                    break;
            }
        }

        // An alarm rings after the facts of its instant.
        private void Wait(Instant until)
        {
            if (!_into.IsAssigned && _until is { } date && Berlin.AtStartOfDay(date).ToInstant() <= until)
            {
                _until = null;
            }
        }

        /// <summary>Follows the applications; true where one came to life, or led to a hire.</summary>
        private bool Process(ITimelineEntry entry)
        {
            if (entry is not IApplicationFact { Application: var id } || entry is StartDateMoved)
            {
                return false;
            }

            var isKnown = _applications.TryGetValue(id, out var ending);
            var isLive = isKnown && ending is null;
            switch (entry)
            {
                case CandidateHired:
                    _applications[id] = Disposition.Hired;
                    return ending != Disposition.Hired;
                case ApplicationEnded ended:
                    _applications[id] = ended.Disposition;
                    return false;
                case StageEntered or ApplicationReopened:
                    _applications[id] = null;
                    return !isLive;
                default:
                    _applications.TryAdd(id, null);
                    return !isKnown;
            }
        }
    }
}
