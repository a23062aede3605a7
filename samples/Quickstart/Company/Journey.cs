using System.Globalization;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Testing;
using CandidateCrm.Timeline;
using NodaTime;

namespace Quickstart.Company;

/// <summary>Writes down what happens with one candidate, step by step on the calendar.</summary>
internal sealed class Journey(int number, Instant start, RepeatableRandom dice)
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private readonly string _name = number.ToString("0000", CultureInfo.InvariantCulture);
    private readonly Actor _recruiter = Actor.Of(PersonId.From($"recruiter-{dice.Between(1, 5)}"));
    private int _applications;

    internal List<HostFact> Facts { get; } = [];

    internal Instant Now { get; private set; } = start;

    private JobApplicationId Application => JobApplicationId.From($"{_name}-{_applications}");

    /// <summary>Lets so many days go by, at least and at most.</summary>
    internal Journey Later(int least, int most)
    {
        Now += Duration.FromMinutes(dice.Between(least * 24 * 60, most * 24 * 60));
        return this;
    }

    /// <summary>Lets some minutes go by.</summary>
    internal Journey Soon()
    {
        Now += Duration.FromMinutes(dice.Between(1, 20));
        return this;
    }

    /// <summary>Lets so many days go by until somebody is at work.</summary>
    internal Journey AtWork(int least, int most)
    {
        Later(least, most);
        var date = Now.InZone(Berlin).Date;
        var at = Moment(date);
        while (date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || at <= Now)
        {
            date = date.PlusDays(1);
            at = Moment(date);
        }

        Now = at;
        return this;
    }

    internal Journey Found(string source) => Tell(Actor.Host, new CandidateFound { Source = SourceCode.From(source) });

    /// <summary>The candidate does something.</summary>
    internal Journey FromCandidate(TouchKind kind) =>
        Tell(Actor.Candidate, new TouchpointRecorded { Kind = kind, Direction = Direction.Inbound });

    /// <summary>We turn to the candidate.</summary>
    internal Journey FromUs(TouchKind kind, bool automated = false, bool aboutApplication = false) =>
        Tell(automated ? Actor.Host : _recruiter, new TouchpointRecorded
        {
            Kind = kind,
            Direction = Direction.Outbound,
            Automated = automated,
            Application = aboutApplication ? Application : default,
        });

    internal Journey Apply(string requisition)
    {
        _applications++;
        return Tell(Actor.Candidate, new ApplicationSubmitted { Application = Application, Requisition = RequisitionId.From(requisition) });
    }

    internal Journey Enter(string stage) => Tell(_recruiter, new StageEntered { Application = Application, Stage = StageKey.From(stage) });

    internal Journey Interview() =>
        Tell(_recruiter, new InterviewHeld { Application = Application, Interview = InterviewId.From($"{Application}-{Facts.Count}") });

    internal Journey Offer() => Tell(_recruiter, new OfferMade { Application = Application });

    internal Journey End(Disposition disposition, string reason) => Tell(
        disposition == Disposition.Withdrew ? Actor.Candidate : _recruiter,
        new ApplicationEnded { Application = Application, Disposition = disposition, Reason = ReasonCode.From(reason) });

    internal Journey Hire() => Tell(_recruiter, new CandidateHired { Application = Application });

    private Instant Moment(LocalDate date) => date.At(new LocalTime(9, 30)).PlusMinutes(dice.Next(8 * 60)).InZoneLeniently(Berlin).ToInstant();

    private Journey Tell(Actor actor, IFact fact)
    {
        Facts.Add(new HostFact
        {
            Candidate = CandidateId.From($"candidate-{_name}"),
            EventId = EventId.From(string.Create(CultureInfo.InvariantCulture, $"company:{_name}:{Facts.Count + 1}")),
            OccurredAt = Now,
            SourceOrder = Facts.Count + 1,
            Actor = actor,
            Fact = fact,
        });
        return this;
    }
}
