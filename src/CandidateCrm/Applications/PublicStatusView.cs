using System.Collections.Immutable;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>Makes what a candidate may read of an application. Pure: it needs the relationship, the rules and an instant, and no store.</summary>
public static class PublicStatusView
{
    private const string Fallback = "en";

    /// <summary>Returns what a candidate may read; null where the rules show nothing, of a draft, a prospect or what the relationship does not have, and of a person who was erased or goes on under another id.</summary>
    /// <param name="relationship">The relationship as of the instant.</param>
    /// <param name="application">The application.</param>
    /// <param name="rules">The rules in force at the instant.</param>
    /// <param name="terms">When, in which language, and what the host knows of the queue.</param>
    public static PublicStatus? Of(Relationship relationship, JobApplicationId application, CrmRules rules, PublicStatusTerms terms)
    {
        ArgumentNullException.ThrowIfNull(relationship);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(terms);
        if (OverlayGate.Rests(relationship.Candidate?.Holds) || rules.PublicStatus is not { } definition || relationship.Applications?.Find(application) is not { } state || !IsShown(state))
        {
            return null;
        }

        var (shown, since) = ShownOf(definition, state, terms.At);
        var step = definition.Find(shown)!;
        return new PublicStatus
        {
            Application = state.Application,
            Step = step.Key,
            Title = In(step.Title, terms.Language)!,
            Next = In(step.Next, terms.Language),
            Since = since,
            ExpectBy = ExpectBy(relationship, state, rules, terms.At),
            Queue = step.IsQueue && state.IsLive ? QueueOf(state, terms) : null,
        };
    }

    /// <summary>Says whether there is anything to show: drafts, prospects and what ended before it was submitted show nothing.</summary>
    internal static bool IsShown(ApplicationState state) => state.IsLive || state.Ending is { From: ApplicationStatus.Live };

    /// <summary>Says whether an ending is not shown: nobody answers for it, and nobody told the candidate.</summary>
    internal static bool IsHeld(ApplicationState state) => state.Ending is { AwaitsPerson: true, News: not EndingNews.Told };

    internal static PublicStepKey TargetOf(PublicStatusDefinition definition, ApplicationState state) => state.Ending is { } ending && !IsHeld(state)
        ? PublicStatusEngine.StepOf(definition, ending.Disposition)
        : PublicStatusEngine.StepOf(definition, state.Pipeline, state.Stage, state.Category);

    /// <summary>
    /// Returns what is shown, and since when where that is known. An application from before the rules showed anything, or a step that they have no more, stands where it would stand, had they
    /// shown its last move.
    /// </summary>
    private static (PublicStepKey Step, Instant? Since) ShownOf(PublicStatusDefinition definition, ApplicationState state, Instant at)
    {
        if (state.Public is { } kept && PublicStatusEngine.TimePassed(kept, at) is var shown && definition.IndexOf(shown.Step) >= 0)
        {
            return (shown.Step, shown.Since);
        }

        var since = state.Ending?.At ?? state.StageSince;
        var moved = PublicStatusEngine.Move(definition, standing: null, new PublicMove { To = TargetOf(definition, state), At = since });
        var heard = state.RefusedAt is { } told && (state.Ending?.News == EndingNews.Told || (state.Ending is null && told >= since)) ? PublicStatusEngine.Told(moved, told) : moved;
        return (PublicStatusEngine.TimePassed(heard, at).Step, null);
    }

    /// <summary>A promise counts where it has words for candidates; what we expect of each other is nobody else's business.</summary>
    private static Instant? ExpectBy(Relationship relationship, ApplicationState state, CrmRules rules, Instant at)
    {
        Instant? earliest = null;
        foreach (var promise in relationship.Charter?.Promises ?? [])
        {
            var isShown = promise.DueAt > at && string.Equals(promise.Key.Subject, state.Application.Value, StringComparison.Ordinal)
                && rules.Expectations.Any(expectation => expectation.Key == promise.Key.Expectation && !expectation.Text.IsEmpty);
            earliest = isShown && !(earliest < promise.DueAt) ? promise.DueAt : earliest;
        }

        return earliest;
    }

    private static QueuePlace? QueueOf(ApplicationState state, PublicStatusTerms terms) =>
        terms.Queue is { } queue && queue.Of >= PublicStatus.LeastQueue && queue.Place >= 1 && queue.Place <= queue.Of
        && queue.CountedAt >= state.StageSince && queue.CountedAt <= terms.At && terms.At - queue.CountedAt <= PublicStatus.LongestQueueAge
            ? new QueuePlace { Place = queue.Place, Of = queue.Of }
            : null;

    private static string? In(ImmutableSortedDictionary<string, string> words, string language)
    {
        for (var tag = language; tag.Length > 0; tag = tag[..Math.Max(tag.LastIndexOf('-'), 0)])
        {
            foreach (var (known, text) in words)
            {
                if (string.Equals(known, tag, StringComparison.OrdinalIgnoreCase))
                {
                    return text;
                }
            }
        }

        return words.GetValueOrDefault(Fallback) ?? words.Values.FirstOrDefault();
    }
}
