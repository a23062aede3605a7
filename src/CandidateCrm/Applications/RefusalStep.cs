using System.Collections.Immutable;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>Asks for the one message about refusals as soon as nothing is in the way of it, takes that back while something is, and gives up what is too old.</summary>
internal static class RefusalStep
{
    /// <summary>Takes in what follows for refusals from what was just told, or from time.</summary>
    internal static void Settle(FoldPass pass)
    {
        if (pass.Draft.Applications is not { } slice || OverlayGate.Rests(pass.Draft.Candidate?.Holds) || !slice.All.Any(RefusalEngine.IsUntold))
        {
            return;
        }

        var terms = new RefusalTerms(pass.Rules.Rules.Refusals, pass.At);
        GiveUp(pass, terms);

        // What follows changes what is known of endings, and none of what may be in the way of a refusal.
        var others = OtherProcesses.Of(slice);
        TakeBack(pass, others, terms);
        if (NextAsk(pass.Draft, terms.Policy, others) <= pass.At)
        {
            Ask(pass, RefusalEngine.Free(pass.Draft.Applications!, others, terms));
        }
    }

    /// <summary>Returns when the next message is due or the next refusal stale, or null.</summary>
    internal static Instant? Next(Draft draft, RefusalPolicy policy)
    {
        Instant? next = null;
        foreach (var application in draft.Applications?.All ?? [])
        {
            if (MayGetStale(application) && application.Ending!.At + policy.StaleAfter is var stale && !(next <= stale))
            {
                next = stale;
            }
        }

        return next is not null && NextAsk(draft, policy) is { } ask && ask < next ? ask : next;
    }

    /// <summary>Says whether two policies differ in what a state holds on to: the others are asked anew each time.</summary>
    internal static bool IsTouched(Draft draft, CrmRules before, CrmRules after) =>
        before.Refusals != after.Refusals && (draft.Applications?.All ?? []).Any(RefusalEngine.IsUntold);

    private static bool MayGetStale(ApplicationState application) =>
        application.Ending is { News: not EndingNews.Stale, AwaitsPerson: false } && RefusalEngine.IsUntold(application);

    /// <summary>Returns when a message is to be asked for; null where none is, as things stand.</summary>
    internal static Instant? NextAsk(Draft draft, RefusalPolicy policy, OtherProcesses? known = null)
    {
        var slice = draft.Applications!;
        if (!slice.All.Any(IsToBeAsked) || !OverlayGate.Permits(draft.Candidate?.Holds, NoticeKind.Answer, Instant.MinValue))
        {
            return null;
        }

        var from = Instant.MinValue;
        foreach (var application in slice.All)
        {
            from = Instant.Max(from, Instant.Max(application.RefusedAt ?? Instant.MinValue, application.AskedAt ?? Instant.MinValue));
        }

        var at = from == Instant.MinValue ? from : from + policy.Window;
        var terms = new RefusalTerms(policy, at);
        var others = known ?? OtherProcesses.Of(slice);
        return slice.All.Any(each => IsToBeAsked(each) && RefusalEngine.IsFree(others, each, terms)) ? at : null;
    }

    private static bool IsToBeAsked(ApplicationState application) => application.Ending is { News: EndingNews.Untold } && RefusalEngine.IsUntold(application);

    private static void GiveUp(FoldPass pass, RefusalTerms terms)
    {
        Change(pass, application =>
        {
            if (!MayGetStale(application) || application.Ending!.At + terms.Policy.StaleAfter > pass.At)
            {
                return application;
            }

            pass.Note(FindingCodes.RefusalStale, application.Application.Value);
            return With(application, EndingNews.Stale);
        });
    }

    /// <summary>
    /// A message that was asked for is not to go any more where something came in its way: it is asked for again, and promised again, when that is over. Where it is the one that carries the message
    /// which drops out, none of those that it covers has a message any more.
    /// </summary>
    private static void TakeBack(FoldPass pass, OtherProcesses others, RefusalTerms terms)
    {
        var isCarried = pass.Draft.Applications!.All.Any(each => each is { AskedAt: not null, Ending.News: EndingNews.Asked } && RefusalEngine.IsFree(others, each, terms));
        Change(pass, application =>
        {
            if (application.Ending is not { News: EndingNews.Asked } || (isCarried && RefusalEngine.IsFree(others, application, terms)))
            {
                return application;
            }

            pass.Notes.Withheld = pass.Notes.Withheld.Add(application.Application);
            return With(application, EndingNews.Untold);
        });
    }

    private static void Ask(FoldPass pass, ImmutableArray<ApplicationState> free)
    {
        var last = RefusalEngine.Latest(free);
        Change(pass, application => (free.Contains(application, ReferenceEqualityComparer.Instance), ReferenceEquals(application, last)) switch
        {
            (true, true) => With(application, EndingNews.Asked) with { AskedAt = pass.At, Asks = application.Asks + 1 },
            (true, _) => With(application, EndingNews.Asked) with { AskedAt = null },
            _ => application with { AskedAt = null },
        });
        var isReached = last.Furthest.IsAssigned;
        pass.Raise(new RefusalDue
        {
            Application = last.Application,
            Requisition = last.Requisition,
            Disposition = last.Ending!.Disposition,
            Stage = isReached ? last.Furthest : last.Stage,
            Category = isReached ? last.FurthestCategory : last.Category,
            Covers = [.. free.Select(each => each.Application)],
            Ordinal = last.Asks + 1,
        });
    }

    private static ApplicationState With(ApplicationState application, EndingNews news) => application with { Ending = application.Ending! with { News = news } };

    private static void Change(FoldPass pass, Func<ApplicationState, ApplicationState> change)
    {
        var all = pass.Draft.Applications!.All;
        for (var i = 0; i < all.Length; i++)
        {
            var changed = change(all[i]);
            all = ReferenceEquals(changed, all[i]) || changed == all[i] ? all : all.SetItem(i, changed);
        }

        pass.Draft.Applications = all == pass.Draft.Applications.All ? pass.Draft.Applications : new ApplicationsSlice { All = all };
    }
}
