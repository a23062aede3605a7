using System.Linq.Expressions;
using CandidateCrm.Segments.Queries;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>
/// What a LINQ provider can say. Whatever it cannot comes back as a rule to be checked in memory. Every provider is taken to compare texts exactly where it is asked
/// whether they are the same: its columns have no collation that ignores case.
/// </summary>
public sealed record QueryCapabilities
{
    /// <summary>Gets objects in memory: everything can be said, also of fields that are computed.</summary>
    public static QueryCapabilities InMemory { get; } = new() { IsInMemory = true, ComparesOffsets = true, SearchesExactly = true };

    /// <summary>Gets Entity Framework Core on SQLite, with the mappings that it chooses by itself: instants in steps of 100 ns, and offsets that it cannot compare.</summary>
    public static QueryCapabilities EntityFrameworkSqlite { get; } = new() { InstantStep = Duration.FromTicks(1), SortsTextsByCodePoint = true };

    /// <summary>Gets Entity Framework Core on PostgreSQL: instants in steps of a microsecond, and texts in the order of the database's culture.</summary>
    public static QueryCapabilities EntityFrameworkPostgreSql { get; } = new() { ComparesOffsets = true, SearchesExactly = true };

    /// <summary>Gets which fields can be read, from the lambda that the schema was given; null for all that only go from property to property.</summary>
    public Func<LambdaExpression, bool>? CanRead { get; init; }

    /// <summary>Gets the step in which columns keep instants: 1 ns to 1 day, a microsecond by default. Every instant kept is a whole number of them after the start of the year 1.</summary>
    public Duration InstantStep
    {
        get;
        init => field = value > Duration.Zero && value <= Duration.FromDays(1) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Instants are kept in steps of 1 ns to 1 day.");
    } = Duration.FromNanoseconds(1_000);

    /// <summary>Gets a value indicating whether texts sort by their code points, as under the collation C of PostgreSQL. Otherwise their order is checked in memory.</summary>
    public bool SortsTextsByCodePoint { get; init; }

    /// <summary>Gets a value indicating whether times with an offset can be compared.</summary>
    public bool ComparesOffsets { get; init; }

    /// <summary>Gets a value indicating whether <c>StartsWith</c> and <c>EndsWith</c> tell letters of upper from those of lower case; on SQLite they do not, and other words take their place.</summary>
    public bool SearchesExactly { get; init; }

    internal TextOrdering Ordering => IsInMemory ? TextOrdering.Ordinal : SortsTextsByCodePoint ? TextOrdering.CodePoints : TextOrdering.Unknown;

    internal bool IsInMemory { get; init; }

    internal long InstantNanoseconds => (long)InstantStep.ToInt128Nanoseconds();
}
