using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>Which rules of a tenant are in force when. The rules for an event are a function of its <c>OccurredAt</c> and this log, whenever it arrives.</summary>
public sealed record ActivationLog
{
    private ActivationLog(ImmutableArray<Activation> entries) => Entries = entries;

    /// <summary>Gets the entries in order of their instants; the first is in force from the beginning of time.</summary>
    public ImmutableArray<Activation> Entries { get; }

    /// <summary>Gets the position of the last entry. A commit carries it, so that a store can tell that newer rules exist.</summary>
    public long Position => Entries[^1].Position;

    /// <summary>Makes a log in which the same rules are in force at every instant.</summary>
    public static ActivationLog Always(CrmRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return new ActivationLog([new Activation { Position = 1, EffectiveFrom = Instant.MinValue, Rules = rules }]);
    }

    /// <summary>Returns the rules in force at an instant.</summary>
    public CrmRules At(Instant instant)
    {
        for (var i = Entries.Length - 1; i > 0; i--)
        {
            if (Entries[i].EffectiveFrom <= instant)
            {
                return Entries[i].Rules;
            }
        }

        return Entries[0].Rules;
    }
}
