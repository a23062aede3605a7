using NodaTime;

namespace CandidateCrm.Testing;

/// <summary>What a generated history looks like. The same plan gives the same history, always.</summary>
public sealed record HistoryPlan
{
    /// <summary>Gets the seed.</summary>
    public required long Seed { get; init; }

    /// <summary>Gets the candidate; <c>candidate-</c> and the seed by default.</summary>
    public string? Candidate { get; init; }

    /// <summary>Gets the number of facts, repetitions not counted: 1 to 1,000,000; 100 by default.</summary>
    public int Facts
    {
        get;
        init => field = value is >= 1 and <= 1_000_000 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A history has 1 to 1,000,000 facts.");
    } = 100;

    /// <summary>Gets the number of days from the first fact to the last: 1 to 36,500; 365 by default.</summary>
    public int Days
    {
        get;
        init => field = value is >= 1 and <= 36_500 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A history lasts 1 to 36,500 days.");
    } = 365;

    /// <summary>Gets when it begins; 2025-01-06T08:00Z, a Monday, by default.</summary>
    public Instant Start { get; init; } = Instant.FromUtc(2025, 1, 6, 8, 0);

    /// <summary>Gets how seldom a fact happens at the instant of the one before: once in so many times; 8 by default, 0 for never.</summary>
    public int CollisionOneIn
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Once in 0 or more times.");
    } = 8;

    /// <summary>Gets how seldom a fact is told a second time: once in so many times; 16 by default, 0 for never.</summary>
    public int RepetitionOneIn
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Once in 0 or more times.");
    } = 16;

    /// <summary>Gets a value indicating whether the facts are told in another order than that in which they happened; false by default.</summary>
    public bool Shuffled { get; init; }

    /// <summary>Gets the stages that applications pass, in order.</summary>
    public IReadOnlyList<string> Stages { get; init; } = ["screening", "interview", "final"];
}
