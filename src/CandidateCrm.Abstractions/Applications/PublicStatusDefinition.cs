using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>
/// What candidates see of their applications: steps in order, and which internal stages and endings stand behind each. A stage that no row names leaves the
/// step as it is. Nobody goes back to an earlier step without a reason.
/// </summary>
public sealed record PublicStatusDefinition
{
    /// <summary>Gets the definition for hosts that have none of their own; its table is in docs/public-status.md.</summary>
    public static PublicStatusDefinition Default { get; } = new()
    {
        Key = PublicStatusKey.From("public-status"),
        Steps =
        [
            Step("received", "We have your application", "Wir haben Ihre Bewerbung", "Somebody reads it.", "Jemand liest sie.") with { IsQueue = true },
            Step("in-review", "We are looking at your application", "Wir sehen uns Ihre Bewerbung an", "We tell you whether we would like to talk with you.", "Wir sagen Ihnen, ob wir mit Ihnen sprechen möchten."),
            Step("interviews", "We are getting to know each other", "Wir lernen uns kennen", "We decide and tell you.", "Wir entscheiden und sagen es Ihnen."),
            Step("offer", "An offer", "Ein Angebot", "We wait for your answer.", "Wir warten auf Ihre Antwort.") with { Delay = new PublicDelay { AwaitsMessage = true, AtMost = Duration.FromDays(14) } },
            Step("hired", "Welcome", "Willkommen") with { Delay = new PublicDelay { AwaitsMessage = true, AtMost = Duration.FromDays(3) } },
            Step("withdrawn", "You withdrew your application", "Sie haben Ihre Bewerbung zurückgezogen"),
            Step("closed", "The position is closed", "Die Stelle ist geschlossen") with { Delay = new PublicDelay { AwaitsMessage = true, AtMost = Duration.FromDays(14) } },
            Step("not-selected", "We decided for somebody else", "Wir haben uns anders entschieden") with { Delay = new PublicDelay { AwaitsMessage = true, AtMost = Duration.FromDays(14) } },
        ],
        Rows =
        [
            Row("received", StageCategory.Applied),
            Row("in-review", StageCategory.Screen, StageCategory.Assessment),
            Row("interviews", StageCategory.Interview, StageCategory.Check),
            Row("offer", StageCategory.Offer),
        ],
        Endings =
        [
            Ending("hired", Disposition.Hired),
            Ending("withdrawn", Disposition.Withdrew, Disposition.SelfDeselected),
            Ending("closed", Disposition.PositionClosed, Disposition.Duplicate),
            Ending("not-selected", Disposition.Rejected),
        ],
    };

    /// <summary>Gets the key.</summary>
    public required PublicStatusKey Key { get; init; }

    /// <summary>Gets the version, from 1 on.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Gets the steps in the order in which candidates go through them, the endings last: 1 to 64. The first is what they see at once.</summary>
    public required ImmutableArray<PublicStep> Steps { get; init; }

    /// <summary>Gets which stages stand behind the steps; of two rows for one stage the earlier holds.</summary>
    public ImmutableArray<PublicRow> Rows { get; init; } = [];

    /// <summary>Gets which endings stand behind the steps. An ending that none names leaves the step as it is.</summary>
    public ImmutableArray<PublicEnding> Endings { get; init; } = [];

    /// <summary>Says whether a step stands before another one, so that it leads back.</summary>
    internal bool IsBack(PublicStepKey from, PublicStepKey to) => IndexOf(to) < IndexOf(from);

    /// <summary>Returns a step, or null.</summary>
    public PublicStep? Find(PublicStepKey step) => IndexOf(step) is >= 0 and var place ? Steps[place] : null;

    /// <summary>Returns the place of a step from 0 on, or -1.</summary>
    public int IndexOf(PublicStepKey step)
    {
        for (var i = 0; i < Steps.Length; i++)
        {
            if (Steps[i].Key == step)
            {
                return i;
            }
        }

        return -1;
    }

    private static PublicStep Step(string key, string english, string german, string? next = null, string? danach = null) => new()
    {
        Key = PublicStepKey.From(key),
        Title = Words(english, german),
        Next = next is null ? ImmutableSortedDictionary<string, string>.Empty : Words(next, danach!),
    };

    private static ImmutableSortedDictionary<string, string> Words(string english, string german) =>
        ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal).Add("de", german).Add("en", english);

    private static PublicRow Row(string step, params StageCategory[] categories) => new() { Step = PublicStepKey.From(step), Categories = [.. categories] };

    private static PublicEnding Ending(string step, params Disposition[] dispositions) => new() { Step = PublicStepKey.From(step), Dispositions = [.. dispositions] };
}
