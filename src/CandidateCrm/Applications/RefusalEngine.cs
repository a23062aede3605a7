using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>
/// Decides whether a refusal may be told: one message a person and window, none while another application is live or an offer stands, none to somebody
/// who was hired meanwhile. What was told is part of the state, so a refusal is never told twice.
/// </summary>
public static class RefusalEngine
{
    /// <summary>Decides for one application of a person.</summary>
    /// <param name="applications">All applications of the person as of the instant; null for none.</param>
    /// <param name="application">The application.</param>
    /// <param name="at">The instant.</param>
    /// <param name="policy">The tenant's policy.</param>
    public static RefusalAnswer Decide(ApplicationsSlice? applications, JobApplicationId application, Instant at, RefusalPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (applications?.Find(application) is not { } asked)
        {
            return Answer(RefusalOutcome.Never, RefusalCodes.Unknown, "The candidate has no such application.");
        }

        return OfItself(asked) ?? OfOthers(applications, asked) ?? OfTheWindow(applications, at, policy) ?? OfTheUntold(applications, asked);
    }

    /// <summary>Says whether an application ended by our doing, and nobody told the candidate so far.</summary>
    internal static bool IsUntold(ApplicationState application) => application.Ending is { } ending && IsOurs(ending) && !(application.RefusedAt >= ending.At);

    /// <summary>Who never applied needs no refusal.</summary>
    private static bool IsOurs(ApplicationEnding ending) =>
        ending is { Disposition: Disposition.Rejected or Disposition.PositionClosed, From: ApplicationStatus.Live };

    private static RefusalAnswer? OfItself(ApplicationState asked) => asked.Ending switch
    {
        null => Answer(RefusalOutcome.Wait, RefusalCodes.NotEnded, "The application has not ended."),
        { } ending when !IsOurs(ending) => Answer(RefusalOutcome.Never, RefusalCodes.NotOurs, "The application ended neither by our refusal nor because the position was closed."),
        _ => IsUntold(asked) ? null : Answer(RefusalOutcome.Never, RefusalCodes.ToldAlready, "The candidate was told already."),
    };

    private static RefusalAnswer? OfOthers(ApplicationsSlice applications, ApplicationState asked)
    {
        ApplicationState? live = null;
        foreach (var other in applications.All)
        {
            if (other.Ending is { Disposition: Disposition.Hired } hire && hire.At >= (asked.SubmittedAt ?? asked.StageSince))
            {
                return Answer(RefusalOutcome.Never, RefusalCodes.Hired, "The candidate was hired on another application.") with { By = other.Application };
            }

            if (StandingOffer.Has(other))
            {
                return Answer(RefusalOutcome.Wait, RefusalCodes.OfferStands, "An offer stands for another application; it waits until that is settled.") with { By = other.Application };
            }

            live ??= other.IsLive ? other : null;
        }

        return live is null
            ? null
            : Answer(RefusalOutcome.Wait, RefusalCodes.ApplicationLive, "Another application of the candidate is live; it waits until that has ended.") with { By = live.Application };
    }

    private static RefusalAnswer? OfTheWindow(ApplicationsSlice applications, Instant at, RefusalPolicy policy)
    {
        Instant? last = null;
        foreach (var other in applications.All)
        {
            last = other.RefusedAt is { } told && !(last >= told) ? told : last;
        }

        return last + policy.Window is { } until && until > at
            ? Answer(RefusalOutcome.Wait, RefusalCodes.ToldRecently, $"The candidate was refused at {last}; at most one refusal is told within {policy.WindowDays} days.") with { Until = until }
            : null;
    }

    /// <summary>The latest of the refusals that were not told carries the message for all of them.</summary>
    private static RefusalAnswer OfTheUntold(ApplicationsSlice applications, ApplicationState asked)
    {
        ImmutableArray<ApplicationState> untold = [.. applications.All.Where(IsUntold)];
        var last = untold[0];
        foreach (var each in untold)
        {
            last = each.Ending!.At >= last.Ending!.At ? each : last;
        }

        return last.Application == asked.Application
            ? Answer(RefusalOutcome.Tell, RefusalCodes.Due, "Nothing is in the way.") with { Covers = [.. untold.Select(each => each.Application)] }
            : Answer(RefusalOutcome.Never, RefusalCodes.Covered, "The message about a later refusal covers this one.") with { By = last.Application };
    }

    private static RefusalAnswer Answer(RefusalOutcome outcome, string code, string sentence) => new() { Outcome = outcome, Code = code, Sentence = sentence };
}
