using System.Collections.Frozen;
using NodaTime;

namespace CandidateCrm.Segments.Indexing;

/// <summary>The fields of a schema whose values change with time alone, so that no column can hold them.</summary>
internal sealed class MovingFields<T>
{
    internal required FrozenSet<string> Names { get; init; }

    /// <summary>Gets what is kept of a candidate for them.</summary>
    internal required Func<T, T> Keep { get; init; }

    /// <summary>Gets how what was kept is as of an instant.</summary>
    internal required Func<T, Instant, T> At { get; init; }

    /// <summary>Gets how what was kept is written.</summary>
    internal required Func<T, byte[]> Write { get; init; }

    /// <summary>Gets how it is read again.</summary>
    internal required KeptReading<T> Read { get; init; }
}
