using System.Collections.Immutable;
using CandidateCrm.Applications;

namespace CandidateCrm.Timeline;

/// <summary>Which facts are meant: any of a list. Data, so that a tenant can publish it.</summary>
public sealed record FactPattern
{
    /// <summary>Gets the alternatives: 1 to 32.</summary>
    public required ImmutableArray<FactMatch> AnyOf
    {
        get;
        init => field = value is { IsDefault: false, Length: >= 1 and <= 32 }
            ? value
            : throw new ArgumentException("A pattern of facts has 1 to 32 alternatives.", nameof(value));
    }

    /// <summary>Means every fact of a type that the library knows.</summary>
    /// <exception cref="ArgumentException">The type is not one of the library's facts.</exception>
    public static FactPattern Of<TFact>()
        where TFact : IFact =>
        new() { AnyOf = [new FactMatch { Type = EntryTypes.NameOf(typeof(TFact)) }] };

    /// <summary>Means touchpoints of a kind, in a direction.</summary>
    public static FactPattern Touch(TouchKind kind, Direction? direction = null) =>
        new() { AnyOf = [new FactMatch { Type = EntryTypes.NameOf(typeof(TouchpointRecorded)), Kind = kind, Direction = direction }] };

    /// <summary>Means touchpoints of every kind in a direction.</summary>
    public static FactPattern Touch(Direction direction) => Touch(default, direction);

    /// <summary>Means custom facts with a code.</summary>
    public static FactPattern Custom(FactCode code) =>
        new() { AnyOf = [new FactMatch { Type = EntryTypes.NameOf(typeof(CustomFact)), Code = code }] };

    /// <summary>Means applications that ended in one of these ways.</summary>
    public static FactPattern Ended(params ReadOnlySpan<Disposition> dispositions) =>
        new() { AnyOf = [.. dispositions.ToArray().Select(disposition => new FactMatch { Type = EntryTypes.NameOf(typeof(ApplicationEnded)), Disposition = disposition })] };

    /// <summary>Means what this pattern or another one means.</summary>
    public FactPattern Or(FactPattern other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new FactPattern { AnyOf = AnyOf.AddRange(other.AnyOf) };
    }

    /// <summary>Means what this pattern or a type of fact means.</summary>
    public FactPattern Or<TFact>()
        where TFact : IFact => Or(Of<TFact>());

    /// <summary>Says whether an entry is meant.</summary>
    public bool Matches(ITimelineEntry entry)
    {
        foreach (var match in AnyOf)
        {
            if (match.Matches(entry))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Says the same alternatives in the same order.</summary>
    public bool Equals(FactPattern? other) => other is not null && AnyOf.AsSpan().SequenceEqual(other.AnyOf.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => AnyOf.Length;
}
