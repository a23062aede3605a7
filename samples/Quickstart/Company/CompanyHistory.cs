using CandidateCrm.Applications;
using CandidateCrm.Testing;
using CandidateCrm.Timeline;
using NodaTime;

namespace Quickstart.Company;

/// <summary>Eighteen months of a company that does not exist. Candidates have numbers; nobody is meant.</summary>
internal static class CompanyHistory
{
    internal const int Candidates = 420;
    private const long Seed = 20260626;

    internal static readonly Instant Start = Instant.FromUtc(2025, 1, 6, 8, 0);
    internal static readonly Instant End = Instant.FromUtc(2026, 6, 26, 15, 0);

    /// <summary>Returns everything that has happened by the end, in the order of time.</summary>
    internal static IReadOnlyList<HostFact> Facts()
    {
        var dice = new RepeatableRandom(Seed);
        var minutes = (int)(End - Start).TotalMinutes;
        return
        [
            .. Enumerable.Range(1, Candidates)
                .SelectMany(number => Live(new Journey(number, Start + Duration.FromMinutes(dice.Next(minutes)), dice), dice))
                .Where(fact => fact.OccurredAt <= End)
                .OrderBy(fact => fact.OccurredAt).ThenBy(fact => fact.EventId.Value, StringComparer.Ordinal),
        ];
    }

    private static List<HostFact> Live(Journey journey, RepeatableRandom dice)
    {
        journey.Found(dice.Pick("career-site", "job-board", "referral", "sourcing", "event"));
        var fate = dice.Next(100);
        if (fate < 14)
        {
            return journey.Facts; // Known, and nobody has spoken yet.
        }

        if (fate < 72 || dice.Happens(40))
        {
            GetInTouch(journey, dice);
        }

        if (fate is >= 28 and < 46)
        {
            Talk(journey, dice);
        }

        if (fate >= 46)
        {
            Process(journey, dice);
            Afterwards(journey, dice);
        }

        return journey.Facts;
    }

    private static void GetInTouch(Journey journey, RepeatableRandom dice)
    {
        journey.AtWork(0, 4).FromUs(TouchKinds.EmailDelivered);
        for (var visits = dice.Next(3); visits > 0; visits--)
        {
            journey.Later(0, 3).FromCandidate(dice.Pick(TouchKinds.EmailOpened, TouchKinds.EmailClicked, TouchKinds.PageVisited));
        }
    }

    private static void Talk(Journey journey, RepeatableRandom dice)
    {
        for (var rounds = dice.Between(1, 3); rounds > 0; rounds--)
        {
            journey.Later(1, 12).FromCandidate(TouchKinds.EmailReplied);
            if (dice.Happens(92))
            {
                journey.AtWork(0, dice.Happens(85) ? 1 : 6).FromUs(TouchKinds.EmailDelivered);
            }

            if (dice.Happens(35))
            {
                journey.AtWork(1, 9).FromUs(TouchKinds.CallHeld);
            }
        }
    }

    private static void Process(Journey journey, RepeatableRandom dice)
    {
        journey.Later(0, 6).Apply($"opening-{dice.Between(1, 24):00}");
        Acknowledge(journey, dice);
        foreach (var stage in CompanyRules.Stages.Skip(1))
        {
            if (dice.Happens(5))
            {
                Forget(journey, dice);
                return;
            }

            if (dice.Happens(stage.Key == "screening" ? 26 : 38))
            {
                Close(journey, dice);
                return;
            }

            journey.AtWork(1, dice.Happens(80) ? 6 : 16).Enter(stage.Key);
            if (stage.Key != "screening")
            {
                journey.AtWork(2, 9).Interview();
            }
        }

        Decide(journey, dice);
    }

    /// <summary>Nobody answers for a long time, and sometimes never. The charter will say so.</summary>
    private static void Forget(Journey journey, RepeatableRandom dice)
    {
        if (dice.Happens(75))
        {
            journey.AtWork(40, 100).End(Disposition.PositionClosed, "position-closed");
        }
    }

    private static void Acknowledge(Journey journey, RepeatableRandom dice)
    {
        if (dice.Happens(84))
        {
            journey.Soon().FromUs(TouchKinds.EmailDelivered, automated: true, aboutApplication: true);
        }
        else
        {
            journey.AtWork(0, 5).FromUs(TouchKinds.EmailDelivered, aboutApplication: true);
        }
    }

    private static void Close(Journey journey, RepeatableRandom dice)
    {
        if (dice.Happens(22))
        {
            journey.Later(1, 9).End(Disposition.Withdrew, dice.Pick("other-offer", "salary", "too-slow"));
        }
        else if (dice.Happens(8))
        {
            journey.AtWork(4, 20).End(Disposition.PositionClosed, "position-closed");
        }
        else
        {
            journey.AtWork(1, dice.Happens(85) ? 9 : 30).End(Disposition.Rejected, dice.Pick("requirements", "experience", "second-best"));
        }
    }

    private static void Decide(Journey journey, RepeatableRandom dice)
    {
        journey.AtWork(2, 7).Offer();
        if (dice.Happens(78))
        {
            journey.Later(1, 8).Hire();
        }
        else
        {
            journey.Later(1, 10).End(Disposition.Withdrew, "offer-declined");
        }
    }

    private static void Afterwards(Journey journey, RepeatableRandom dice)
    {
        for (var letters = dice.Next(4); letters > 0; letters--)
        {
            journey.AtWork(25, 60).FromUs(TouchKinds.EmailDelivered, automated: true);
            if (dice.Happens(45))
            {
                journey.Later(0, 2).FromCandidate(dice.Pick(TouchKinds.EmailOpened, TouchKinds.EmailClicked));
            }
        }

        if (dice.Happens(16))
        {
            Talk(journey, dice);
        }

        if (dice.Happens(14))
        {
            Process(journey.Later(20, 90), dice);
        }
    }
}
