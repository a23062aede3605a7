using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Lifecycle;
using NodaTime;

namespace CandidateCrm.Talent;

/// <summary>Says who could be hired now if an opening came. Pure; usable without anything else of the CRM.</summary>
public static class ReadinessEngine
{
    /// <summary>Judges what is known of a person.</summary>
    public static Readiness Decide(ReadinessGrounds grounds, ReadinessPolicy policy, Instant at)
    {
        ArgumentNullException.ThrowIfNull(grounds);
        ArgumentNullException.ThrowIfNull(policy);
        var heard = HeardAt(grounds);
        var reached = Reached(grounds.Applications);
        ImmutableArray<ReadinessObstacle> obstacles =
        [
            .. OfOverlays(grounds.Lifecycle?.Overlays, at),
            .. OfApplications(grounds, policy),
            .. OfWishes(grounds.Candidate, policy),
            .. reached >= policy.FromCategory ? Nothing : [Because(ReadinessCodes.NotKnown)],
            .. heard + policy.HeardWithin > at ? Nothing : [Because(ReadinessCodes.NotHeard)],
        ];
        return new Readiness
        {
            Obstacles = obstacles,
            Reached = reached,
            HeardAt = heard,
            NextChangeAt = Earliest(grounds.Lifecycle?.Overlays.Snooze?.EndsAt, heard + policy.HeardWithin, at),
        };
    }

    private static ImmutableArray<ReadinessObstacle> Nothing => [];

    private static IEnumerable<ReadinessObstacle> OfOverlays(LifecycleOverlays? overlays, Instant at)
    {
        if (overlays?.ErasedAt is not null)
        {
            yield return Because(ReadinessCodes.Erased);
        }

        if (overlays?.MergedAt is not null)
        {
            yield return Because(ReadinessCodes.Merged);
        }

        if (overlays?.ContactBar is not null)
        {
            yield return Because(ReadinessCodes.ContactBarred);
        }

        if (overlays?.Snooze is { } snooze && snooze.EndsAt > at)
        {
            yield return Because(ReadinessCodes.Snoozed) with { Until = snooze.EndsAt };
        }
    }

    private static IEnumerable<ReadinessObstacle> OfApplications(ReadinessGrounds grounds, ReadinessPolicy policy)
    {
        if (WorksHere(grounds))
        {
            yield return Because(ReadinessCodes.Hired);
        }

        var all = grounds.Applications?.All ?? [];
        if (all.FirstOrDefault(application => application.IsLive) is { } live)
        {
            yield return Because(ReadinessCodes.InProcess) with { Application = live.Application };
        }

        if (all.FirstOrDefault(each => each.Ending is { Disposition: Disposition.Rejected } ending && policy.Against.Contains(ending.Reason)) is { } against)
        {
            yield return Because(ReadinessCodes.ReasonAgainst) with { Application = against.Application };
        }
    }

    // What nobody knows is held against nobody.
    private static IEnumerable<ReadinessObstacle> OfWishes(CandidateSlice? candidate, ReadinessPolicy policy)
    {
        if (candidate?.Availability?.Current is { } known and not Availability.Unknown && known < policy.AtLeast)
        {
            yield return Because(ReadinessCodes.NotAvailable);
        }

        if (candidate?.Interest?.Current == InterestLevel.None)
        {
            yield return Because(ReadinessCodes.NotInterested);
        }
    }

    // Who left is known from roles only; without a lifecycle a hire is the last that was told.
    private static bool WorksHere(ReadinessGrounds grounds) => grounds.Lifecycle is { } lifecycle
        ? lifecycle.Holds(PersonRole.Employee) || lifecycle.Holds(PersonRole.Onboarding)
        : grounds.Applications?.All.Any(each => each.Ending?.Disposition == Disposition.Hired) == true;

    private static StageCategory Reached(ApplicationsSlice? applications) =>
        applications is null ? StageCategory.Other : applications.All.Select(ReachedBy).DefaultIfEmpty().Max();

    // Who applied came as far as that, whatever the host calls its first stage.
    private static StageCategory ReachedBy(ApplicationState application) =>
        application is { FurthestCategory: StageCategory.Other, SubmittedAt: not null } ? StageCategory.Applied : application.FurthestCategory;

    private static Instant? HeardAt(ReadinessGrounds grounds)
    {
        var heard = grounds.Contact?.LastInboundAt;
        foreach (var application in grounds.Applications?.All ?? [])
        {
            heard = heard is null || application.SubmittedAt > heard ? application.SubmittedAt ?? heard : heard;
        }

        return heard;
    }

    private static Instant? Earliest(Instant? a, Instant? b, Instant after)
    {
        var first = a > after ? a : null;
        return b > after && !(first <= b) ? b : first;
    }

    private static ReadinessObstacle Because(string code) => new() { Code = code };
}
