using System.Collections.Immutable;
using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>
/// Decides whether a refusal may be told: one message a person and window, none while another process is live that is not separate, or an offer stands, none
/// to somebody who was hired meanwhile, and none that no person answers for. What was told is part of the state, so a refusal is never told twice.
/// </summary>
public static class RefusalEngine
{
    /// <summary>Decides for one application of a person, with what holds them back: merged, erased, not to be contacted.</summary>
    /// <param name="applications">All applications of the person as of the instant; null for none.</param>
    /// <param name="holds">What holds the person back; null for nothing.</param>
    /// <param name="application">The application.</param>
    /// <param name="at">The instant.</param>
    /// <param name="policy">The tenant's policy.</param>
    public static RefusalAnswer Decide(ApplicationsSlice? applications, CandidateHolds? holds, JobApplicationId application, Instant at, RefusalPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return Decide(applications, holds, application, new RefusalTerms(policy, at));
    }

    /// <summary>Decides for one application of a person whom nothing holds back.</summary>
    /// <param name="applications">All applications of the person as of the instant; null for none.</param>
    /// <param name="application">The application.</param>
    /// <param name="at">The instant.</param>
    /// <param name="policy">The tenant's policy.</param>
    public static RefusalAnswer Decide(ApplicationsSlice? applications, JobApplicationId application, Instant at, RefusalPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return Decide(applications, holds: null, application, new RefusalTerms(policy, at));
    }

    internal static RefusalAnswer Decide(ApplicationsSlice? applications, CandidateHolds? holds, JobApplicationId application, in RefusalTerms terms)
    {
        if (applications?.Find(application) is not { } asked)
        {
            return Answer(RefusalOutcome.Never, RefusalCodes.Unknown, "The candidate has no such application.");
        }

        return OfItself(asked) ?? OfHolds(holds) ?? OfItsEnding(asked.Ending!, terms) ?? OfOthers(OtherProcesses.Of(applications), asked, terms.Policy)
            ?? OfTheWindow(applications, terms) ?? OfTheUntold(applications, asked, terms);
    }

    /// <summary>Says whether an application ended by our doing, and nobody told the candidate so far.</summary>
    internal static bool IsUntold(ApplicationState application) => application.Ending is { News: not EndingNews.Told } ending && IsOurs(ending);

    /// <summary>Says whether an ending is one of which a candidate hears from us. Who never applied needs no refusal.</summary>
    internal static bool IsOurs(ApplicationEnding ending) =>
        ending is { Disposition: Disposition.Rejected or Disposition.PositionClosed, From: ApplicationStatus.Live };

    /// <summary>Says whether nothing but the window and what lies over the person is in the way of telling one that nobody told.</summary>
    internal static bool IsFree(OtherProcesses others, ApplicationState application, in RefusalTerms terms) =>
        IsUntold(application) && OfItsEnding(application.Ending!, terms) is null && OfOthers(others, application, terms.Policy) is null;

    /// <summary>Returns those that one message would tell now: nothing but the window and what lies over the person is in their way.</summary>
    internal static ImmutableArray<ApplicationState> Free(ApplicationsSlice applications, OtherProcesses others, RefusalTerms terms) =>
        [.. applications.All.Where(each => IsFree(others, each, terms))];

    /// <summary>Returns the one of several that ended last, the later one in the list where they ended at once.</summary>
    internal static ApplicationState Latest(ImmutableArray<ApplicationState> ended)
    {
        var last = ended[0];
        foreach (var each in ended)
        {
            last = each.Ending!.At >= last.Ending!.At ? each : last;
        }

        return last;
    }

    private static RefusalAnswer? OfItself(ApplicationState asked) => asked.Ending switch
    {
        null => Answer(RefusalOutcome.Wait, RefusalCodes.NotEnded, "The application has not ended."),
        { } ending when !IsOurs(ending) => Answer(RefusalOutcome.Never, RefusalCodes.NotOurs, "The application ended neither by our refusal nor because the position was closed."),
        _ => IsUntold(asked) ? null : Answer(RefusalOutcome.Never, RefusalCodes.ToldAlready, "The candidate was told already."),
    };

    private static RefusalAnswer? OfHolds(CandidateHolds? holds) => holds switch
    {
        { ErasedAt: not null } => Answer(RefusalOutcome.Never, RefusalCodes.Erased, "The candidate was erased, and hears nothing more."),
        { MergedInto.IsAssigned: true } => Answer(RefusalOutcome.Never, RefusalCodes.Merged, $"The candidate goes on as {holds.MergedInto}, and is told there."),
        { BarredSince: not null } => Answer(RefusalOutcome.Wait, RefusalCodes.ContactBarred, "The candidate is not to be contacted; it waits until that is lifted."),
        _ => null,
    };

    private static RefusalAnswer? OfItsEnding(ApplicationEnding ending, in RefusalTerms terms)
    {
        if (ending.News == EndingNews.Stale || ending.At + terms.Policy.StaleAfter <= terms.At)
        {
            return Answer(RefusalOutcome.Never, RefusalCodes.Stale, $"It ended at {ending.At}, and nobody told the candidate for {terms.Policy.StaleAfterDays} days; a message now would be worse than none.");
        }

        return ending.AwaitsPerson ? Answer(RefusalOutcome.Wait, RefusalCodes.NoHuman, "It waits for a person who answers for the rejection; tell that one reviewed it.") : null;
    }

    private static RefusalAnswer? OfOthers(OtherProcesses others, ApplicationState asked, RefusalPolicy policy)
    {
        if (others.Hired is { } hired && hired.Ending!.At >= (asked.SubmittedAt ?? asked.StageSince))
        {
            return Answer(RefusalOutcome.Never, RefusalCodes.Hired, "The candidate was hired on another application.") with { By = hired.Application };
        }

        if (others.WithOffer is { } offer)
        {
            return Answer(RefusalOutcome.Wait, RefusalCodes.OfferStands, "An offer stands for another application; it waits until that is settled.") with { By = offer.Application };
        }

        foreach (var live in others.Live)
        {
            if (!policy.Separate.Separates(asked, live))
            {
                return Answer(RefusalOutcome.Wait, RefusalCodes.ApplicationLive, "Another application of the candidate is live; it waits until that has ended.") with { By = live.Application };
            }
        }

        return null;
    }

    private static RefusalAnswer? OfTheWindow(ApplicationsSlice applications, in RefusalTerms terms)
    {
        Instant? last = null;
        foreach (var other in applications.All)
        {
            last = other.RefusedAt is { } told && !(last >= told) ? told : last;
        }

        return last + terms.Policy.Window is { } until && until > terms.At
            ? Answer(RefusalOutcome.Wait, RefusalCodes.ToldRecently, $"The candidate was refused at {last}; at most one refusal is told within {terms.Policy.WindowDays} days.") with { Until = until }
            : null;
    }

    /// <summary>The latest of the refusals that may be told carries the message for all of them.</summary>
    private static RefusalAnswer OfTheUntold(ApplicationsSlice applications, ApplicationState asked, RefusalTerms terms)
    {
        var free = Free(applications, OtherProcesses.Of(applications), terms);
        var last = Latest(free);
        return last.Application == asked.Application
            ? Answer(RefusalOutcome.Tell, RefusalCodes.Due, "Nothing is in the way.") with { Covers = [.. free.Select(each => each.Application)] }
            : Answer(RefusalOutcome.Never, RefusalCodes.Covered, "The message about a later refusal covers this one.") with { By = last.Application };
    }

    private static RefusalAnswer Answer(RefusalOutcome outcome, string code, string sentence) => new() { Outcome = outcome, Code = code, Sentence = sentence };
}
