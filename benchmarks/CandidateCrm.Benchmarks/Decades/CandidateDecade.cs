#pragma warning disable IDE0005 // The tests compile this file too, and use NodaTime everywhere.
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Testing;
using CandidateCrm.Timeline;
using NodaTime;
#pragma warning restore IDE0005

namespace CandidateCrm.Benchmarks.Decades;

/// <summary>
/// Ten years of one candidate, the same for a seed on every machine: applications from their submission to their end (one in thirty is
/// forgotten and stays, one in twenty is re-opened), newsletters that are read or not, messages that are answered or not (one in seven is not),
/// talks, visits, updates. One fact in thirty is told up to three days late; but for light candidates something is taken back in the end.
/// Ids are as long as hosts' ids mostly are.
/// </summary>
internal sealed class CandidateDecade
{
    internal const int Years = 10;

    private static readonly Actor Recruiter = Actor.Of(PersonId.From("user-17"));

    private readonly RepeatableRandom _random;
    private readonly List<(Instant At, IFact Fact)> _happened = [];
    private readonly DecadeKind _kind;

    private CandidateDecade(long seed, DecadeKind kind)
    {
        _random = new RepeatableRandom(seed);
        _kind = kind;
        Candidate = CandidateId.From(Id());
    }

    /// <summary>Gets the instant at which every decade begins.</summary>
    internal static Instant Start { get; } = Instant.FromUtc(2016, 1, 4, 8, 0);

    /// <summary>Gets the instant at which every decade is over.</summary>
    internal static Instant End { get; } = Instant.FromUtc(2026, 1, 4, 8, 0);

    private CandidateId Candidate { get; }

    /// <summary>Returns the facts of a decade in the order in which they are told.</summary>
    internal static ToldFact[] Of(long seed, DecadeKind kind)
    {
        var decade = new CandidateDecade(seed, kind);
        decade.Live();
        return decade.Told();
    }

    /// <summary>Returns the facts of a decade as events, in the order in which they happened.</summary>
    internal static TimelineEvent[] Events(long seed, DecadeKind kind, TenantId tenant) =>
        [.. Of(seed, kind).Select(told => told.Fact.ToEvent(tenant, told.ToldAt, DateTimeZone.Utc)).OrderBy(e => e.Place)];

    /// <summary>Returns the kinds of a population, by the number of a candidate: of a hundred, thirty are light, fifty median, eighteen active and two heavy.</summary>
    internal static DecadeKind KindOf(int candidate) => (candidate % 100) switch
    {
        < 30 => DecadeKind.Light,
        < 80 => DecadeKind.Median,
        < 98 => DecadeKind.Active,
        _ => DecadeKind.Heavy,
    };

    private void Live()
    {
        Happens(Start, new CandidateFound { Source = SourceCode.From("careers-site") });
        var (least, most, newsletterDays, otherDays) = _kind switch
        {
            DecadeKind.Light => (1, 2, 90, 700),
            DecadeKind.Median => (3, 6, 60, 120),
            DecadeKind.Active => (8, 15, 30, 30),
            _ => (40, 60, 14, 7),
        };
        var applications = least + _random.Next(most - least + 1);
        for (var i = 0; i < applications; i++)
        {
            // The last ones may be under way when the decade ends.
            _happened.AddRange(new DecadeApplication(_random, Id(), Id()).From(Start + Duration.FromDays((Days * i / applications) + _random.Next(Math.Max(1, Days / applications)))));
        }

        Every(newsletterDays, Newsletter);
        Every(otherDays, Something);
    }

    private static int Days => (int)(End - Start).TotalDays;

    private void Every(int days, Action<Instant> happens)
    {
        for (var at = Start + Duration.FromDays(1 + _random.Next(days)); at < End; at += Duration.FromMinutes((days * 12L * 60) + _random.Next(days * 24 * 60)))
        {
            happens(at);
        }
    }

    private void Newsletter(Instant at)
    {
        Happens(at, Touch(TouchKinds.EmailDelivered, Direction.Outbound, isAutomated: true));
        if (_random.OneIn(3))
        {
            Happens(Later(at, hours: 48), Touch(TouchKinds.EmailOpened, Direction.Inbound));
            Happens(Later(at, hours: 48), Touch(_random.OneIn(3) ? TouchKinds.EmailClicked : TouchKinds.PageVisited, Direction.Inbound));
        }
    }

    private void Something(Instant at)
    {
        switch (_random.Next(8))
        {
            case 0 or 1:
                Happens(at, Touch(TouchKinds.EmailReplied, Direction.Inbound));
                if (!_random.OneIn(7))
                {
                    Happens(Later(at, hours: 96), Touch(TouchKinds.EmailDelivered, Direction.Outbound));
                }

                break;
            case 2:
                Happens(at, Touch(TouchKinds.CallHeld, Direction.Outbound));
                break;
            case 3:
                Happens(at, Touch(_random.OneIn(2) ? TouchKinds.EventAttended : TouchKinds.SurveyAnswered, Direction.Inbound));
                break;
            case 4:
                Happens(at, Touch(_random.OneIn(4) ? TouchKinds.ReferralMade : TouchKinds.ProfileUpdated, Direction.Inbound));
                break;
            default:
                Happens(at, Touch(TouchKinds.PageVisited, Direction.Inbound));
                break;
        }
    }

    private ToldFact[] Told()
    {
        var facts = _happened.Where(h => h.At < End).OrderBy(h => h.At).Select(h => new HostFact
        {
            Candidate = Candidate,
            EventId = EventId.From(Id()),
            OccurredAt = h.At,
            Source = SourceCode.From("ats"),
            Actor = h.Fact is ApplicationEnded { Disposition: Disposition.Rejected } ? Recruiter : Actor.Host,
            Fact = h.Fact,
        }).ToList();
        if (_kind != DecadeKind.Light)
        {
            var wrong = facts[facts.Count / 2].EventId;
            facts.Add(new HostFact
            {
                Candidate = Candidate,
                EventId = EventId.From(Id()),
                OccurredAt = End - Duration.FromHours(1),
                Fact = new FactsRetracted { Events = [wrong, EventId.From(Id())], Reason = ReasonCode.From("wrong-person") },
            });
        }

        return [.. facts.Select(f => new ToldFact(_random.OneIn(30) ? Instant.Min(Later(f.OccurredAt, hours: 72), End) : f.OccurredAt, f)).OrderBy(t => t.ToldAt)];
    }

    private void Happens(Instant at, IFact fact) => _happened.Add((at, fact));

    private Instant Later(Instant at, int hours) => at + Duration.FromMinutes(1 + _random.Next(hours * 60));

    private string Id() => new Guid([.. BitConverter.GetBytes(_random.NextBits()), .. BitConverter.GetBytes(_random.NextBits())]).ToString();

    private static TouchpointRecorded Touch(TouchKind kind, Direction direction, bool isAutomated = false) =>
        new() { Kind = kind, Direction = direction, Channel = Channel.From("email"), Automated = isAutomated };
}
