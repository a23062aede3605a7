using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>What other rules, had they always been in force, would have made of the past of a sample. What our own effects brought about is left out on both sides.</summary>
public sealed record WhatIfReport
{
    /// <summary>Gets up to when time passed.</summary>
    public required Instant Until { get; init; }

    /// <summary>Gets how many candidates were replayed.</summary>
    public required int Candidates { get; init; }

    /// <summary>Gets how many of them have an answer that differs: a promise, a band or a phase.</summary>
    public required int Differing { get; init; }

    /// <summary>Gets the promises by expectation, in ordinal order of the keys.</summary>
    public required ImmutableArray<WhatIfPromises> Promises { get; init; }

    /// <summary>Gets how many candidates stand in each band of each score at the end, as «score/band», in ordinal order.</summary>
    public required ImmutableArray<WhatIfCount> Bands { get; init; }

    /// <summary>Gets how many candidates stand in each phase at the end, in ordinal order.</summary>
    public required ImmutableArray<WhatIfCount> Phases { get; init; }

    /// <summary>Gets how many tasks people would have been asked to do.</summary>
    public required WhatIfCount Tasks { get; init; }
}
