using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>Which rules of a tenant are in force when. The rules for an event are a function of its <c>OccurredAt</c> and this log, whenever it arrives.</summary>
public sealed record ActivationLog
{
    private readonly ImmutableArray<Activation> _inForce;

    private ActivationLog(ImmutableArray<Activation> entries)
    {
        Entries = entries;
        _inForce = [.. entries.Where((entry, i) => entries.Skip(i + 1).All(later => later.EffectiveFrom > entry.EffectiveFrom))];
    }

    /// <summary>Gets all entries in the order of their positions.</summary>
    public ImmutableArray<Activation> Entries { get; }

    /// <summary>Gets the entries that are in force at some instant, in order: a later position withdraws what was scheduled at or after its own instant. The first is in force from the beginning of time.</summary>
    public ImmutableArray<Activation> InForce => _inForce;

    /// <summary>Gets the position of the last entry. A commit carries it, so that a store can tell that newer rules exist.</summary>
    public long Position => Entries[^1].Position;

    /// <summary>Makes a log in which the same rules are in force at every instant, and every feature hands over what it wants.</summary>
    public static ActivationLog Always(CrmRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return new ActivationLog([new Activation { Position = 1, EffectiveFrom = Instant.MinValue, Rules = rules }]);
    }

    /// <summary>Makes a log.</summary>
    /// <param name="entries">The entries; at least one, in the order of their positions.</param>
    /// <exception cref="ArgumentException">There is no entry, or a position does not lie above the one before.</exception>
    public static ActivationLog Of(IEnumerable<Activation> entries)
    {
        ImmutableArray<Activation> all = [.. entries];
        if (all.IsEmpty)
        {
            throw new ArgumentException("An activation log has at least one entry.", nameof(entries));
        }

        for (var i = 1; i < all.Length; i++)
        {
            if (all[i].Position <= all[i - 1].Position)
            {
                throw new ArgumentException($"The positions of an activation log grow, but {all[i].Position} follows {all[i - 1].Position}.", nameof(entries));
            }
        }

        return new ActivationLog(all);
    }

    /// <summary>Returns the rules in force at an instant.</summary>
    public CrmRules At(Instant instant) => InForceAt(instant).Rules;

    /// <summary>Returns the entry in force at an instant.</summary>
    public Activation InForceAt(Instant instant) => _inForce[IndexAt(instant)];

    /// <summary>Returns the index within <see cref="InForce"/> of the entry in force at an instant.</summary>
    internal int IndexAt(Instant instant)
    {
        for (var i = _inForce.Length - 1; i > 0; i--)
        {
            if (_inForce[i].EffectiveFrom <= instant)
            {
                return i;
            }
        }

        return 0;
    }
}
