using CandidateCrm.Engagement;
using CandidateCrm.Timeline;

namespace CandidateCrm.Relationships;

/// <summary>What a fold has brought forth so far.</summary>
internal sealed class FoldResult
{
    internal List<TimelineEvent> Derived { get; } = [];

    internal List<string> DerivedBy { get; } = [];

    /// <summary>Gets the derived events of the present pass that the features have still to hear of.</summary>
    internal Queue<(string Feature, IDerivedEvent Event)> Waiting { get; } = new();

    internal List<Effect> Effects { get; } = [];

    internal List<string> EffectsBy { get; } = [];

    /// <summary>Gets the states that were passed and are worth keeping to replay from, in order; null for none.</summary>
    internal List<Relationship>? Checkpoints { get; private set; }

    /// <summary>Gets or sets where touchpoints that counted in a score are collected; null where nobody asks for them.</summary>
    internal CountedTouches? Touches { get; set; }

    /// <summary>Gets or sets who looks on; null where nobody does.</summary>
    internal PassObserver? Observer { get; set; }

    internal void Keep(Relationship checkpoint) => (Checkpoints ??= []).Add(checkpoint);

    /// <summary>Counts the derived events from a point on that features raised: neither what was withheld nor who was set aside counts against the limit.</summary>
    internal int Raised(int first) => Derived.Skip(first).Count(e => e.Entry is not (EffectWithheld or FindingNoted { Code: FindingCodes.FeatureFaulted }));

    /// <summary>Drops what a feature brought forth from a point on.</summary>
    internal void TakeBack(string feature, int firstDerived, int firstEffect)
    {
        Drop(Derived, DerivedBy, feature, firstDerived);
        Drop(Effects, EffectsBy, feature, firstEffect);
    }

    private static void Drop<T>(List<T> items, List<string> by, string feature, int first)
    {
        for (var i = items.Count - 1; i >= first; i--)
        {
            if (string.Equals(by[i], feature, StringComparison.Ordinal))
            {
                items.RemoveAt(i);
                by.RemoveAt(i);
            }
        }
    }
}
